namespace Jobs.PerformanceBenchmark;

/// <summary>Jobs.Api as it is published, and Jobs.Baseline.dll.</summary>
internal sealed record Programs(string Service, string Baseline);
