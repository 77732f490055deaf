using Jobs.GraphQL.Incremental;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.FieldMerging;

/// <summary>Two fields under one response name that cannot be merged, or whose selections cannot.</summary>
/// <param name="ResponseName">What both are called.</param>
/// <param name="Reason">Why, as the second half of a sentence.</param>
/// <param name="Fields1">The first field, and the fields inside it that are to blame.</param>
/// <param name="Fields2">The second field, and the fields inside it that are to blame.</param>
internal sealed record FieldConflict(
    string ResponseName, string Reason, IReadOnlyList<FieldNode> Fields1, IReadOnlyList<FieldNode> Fields2)
{
    private const int MaxDetailLength = 1_000;
    private const int MaxFields = 20;

    public string Message =>
        $"Fields \"{Abbreviate(ResponseName)}\" conflict because {Reason}. "
        + "Use different aliases on the fields to fetch both if this was intentional.";

    /// <summary>Null if the two are the same field with the same arguments.</summary>
    public static FieldConflict? OfFields(SelectedField one, SelectedField other, StepLimit limit)
    {
        var (name, otherName) = (one.Node.Name.Value, other.Node.Name.Value);
        if (name != otherName)
            return Of(one, other, $"\"{Abbreviate(name)}\" and \"{Abbreviate(otherName)}\" are different fields");
        return FieldEquality.HaveSameArguments(one.Node.Arguments, other.Node.Arguments, limit)
            ? null
            : Of(one, other, "they have differing arguments");
    }

    /// <summary>Null unless one of the two is streamed: then they cannot share one list.</summary>
    public static FieldConflict? OfStreams(SelectedField one, SelectedField other, StepLimit limit)
    {
        var stream = IncrementalDirectives.Find(one.Node, IncrementalDirectives.StreamName);
        var otherStream = IncrementalDirectives.Find(other.Node, IncrementalDirectives.StreamName);
        if (stream is null && otherStream is null) return null;
        var areSame = stream is not null && otherStream is not null
            && FieldEquality.HaveSameArguments(stream.Arguments, otherStream.Arguments, limit);
        return Of(one, other, "they have overlapping stream directives"
            + (areSame ? ". See https://github.com/graphql/defer-stream-wg/discussions/100" : ""));
    }

    /// <summary>Null if results of the two can stand for each other, or a type is not known.</summary>
    public static FieldConflict? OfTypes(SelectedField one, SelectedField other)
    {
        if (one.Definition?.Type is not { } type || other.Definition?.Type is not { } otherType) return null;
        if (FieldEquality.HaveSameShape(type, otherType)) return null;
        return Of(one, other, $"they return conflicting types \"{type}\" and \"{otherType}\"");
    }

    /// <summary>Null if nothing inside the two is in conflict.</summary>
    public static FieldConflict? OfSubfields(SelectedField one, SelectedField other, IReadOnlyList<FieldConflict> conflicts)
    {
        if (conflicts.Count == 0) return null;
        var reason = "";
        foreach (var conflict in conflicts)
        {
            var and = reason.Length == 0 ? "" : " and ";
            reason += $"{and}subfields \"{Abbreviate(conflict.ResponseName)}\" conflict because {conflict.Reason}";
            if (reason.Length > MaxDetailLength) break;
        }

        return new FieldConflict(
            one.Node.ResponseName, Abbreviate(reason),
            FirstFields(one.Node, conflicts.Select(conflict => conflict.Fields1)),
            FirstFields(other.Node, conflicts.Select(conflict => conflict.Fields2)));
    }

    private static FieldConflict Of(SelectedField one, SelectedField other, string reason) =>
        new(one.Node.ResponseName, reason, [one.Node], [other.Node]);

    private static List<FieldNode> FirstFields(FieldNode field, IEnumerable<IReadOnlyList<FieldNode>> inside)
    {
        var fields = new List<FieldNode> { field };
        foreach (var more in inside)
        {
            if (fields.Count >= MaxFields) break;
            fields.AddRange(more.TakeLast(MaxFields - fields.Count));
        }

        return fields;
    }

    private static string Abbreviate(string text) =>
        text.Length > MaxDetailLength ? string.Concat(text.AsSpan(0, MaxDetailLength), "...") : text;
}
