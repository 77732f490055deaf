namespace Jobs.GraphQL.SchemaComparison;

/// <summary>One difference between two versions of a schema.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Coordinate">The schema coordinate that it happened to.</param>
/// <param name="Message">The same as a sentence.</param>
public sealed record SchemaChange(SchemaChangeKind Kind, string Coordinate, string Message)
{
    /// <summary>The interface, union member or location, where the coordinate alone would not say which.</summary>
    public string? Member { get; init; }

    public SchemaChangeSeverity Severity => Kind.Severity;

    /// <summary>Tells it from every other change: <c>FIELD_REMOVED Query.jobs</c>.</summary>
    public string Key => Member is null ? $"{Kind} {Coordinate}" : $"{Kind} {Coordinate} {Member}";
}
