using System.ComponentModel.DataAnnotations;

namespace Jobs.Api.Startup;

/// <summary>Section <c>Samples</c>: what an empty database starts with in Development.</summary>
public sealed class SamplesOptions
{
    public const string Section = "Samples";

    /// <summary>0 leaves an empty database empty.</summary>
    [Range(0, 100_000)] public int JobPosts { get; set; } = 2_000;
}
