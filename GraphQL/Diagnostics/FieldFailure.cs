namespace Jobs.GraphQL.Diagnostics;

/// <summary>Where in the schema a field failed, and how much of the answer its null took along.</summary>
/// <param name="Fields">
/// From the root down to the field that failed, list indexes left out. In a part that is delivered later: from that part's own root.
/// </param>
/// <param name="Lost">
/// The index of the first of them whose value is not in the answer any more; 0 if there is no data at all. Their number if the
/// last one only lost an item of its list.
/// </param>
/// <remarks>https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors</remarks>
public sealed record FieldFailure(IReadOnlyList<SchemaField> Fields, int Lost)
{
    /// <summary>The field that failed; null if an item of a list failed that is delivered on its own.</summary>
    public SchemaField? Field => Fields.Count > 0 ? Fields[^1] : null;
}
