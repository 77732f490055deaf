namespace Jobs.Api.Startup;

/// <summary>Section <c>Samples</c>: what an empty database starts with in Development.</summary>
public sealed class SamplesOptions
{
    public const string Section = "Samples";

    /// <summary>False leaves an empty database empty.</summary>
    public bool Enabled { get; set; } = true;
}
