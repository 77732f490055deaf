namespace Jobs.Persistence;

/// <summary>Requests of the people of one variant in one hour, on all instances. Kept for eight days.</summary>
public sealed class VariantHour
{
    public required string ExperimentKey { get; init; }
    public required string VariantKey { get; init; }
    public DateTimeOffset Hour { get; init; }
    public long Requests { get; init; }
}
