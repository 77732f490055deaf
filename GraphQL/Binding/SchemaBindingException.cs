namespace Jobs.GraphQL.Binding;

/// <summary>Schema and code do not fit: every problem, not just the first.</summary>
public sealed class SchemaBindingException(IReadOnlyList<string> problems)
    : Exception($"The schema and the code do not fit ({problems.Count}):\n  {string.Join("\n  ", problems)}")
{
    /// <summary>One sentence each, with the coordinate in the SDL and the C# member.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;

    internal static SchemaBindingException Of(IReadOnlyList<GraphQLError> errors) => new([.. errors.Select(Problem)]);

    private static string Problem(GraphQLError error) =>
        string.Concat(error.Locations.Select(at => $"line {at.Line}, column {at.Column}: ")) + error.Message;
}
