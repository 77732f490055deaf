namespace Jobs.Schema;

/// <summary>What the app that sends the request calls its installation; null if it does not say.</summary>
public sealed record RequestDevice(string? Id);
