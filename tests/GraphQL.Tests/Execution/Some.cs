namespace Jobs.GraphQL.Tests.Execution;

/// <summary>Values that resolvers of tests answer with.</summary>
internal static class Some
{
    public static IReadOnlyDictionary<string, object?> Object(params ReadOnlySpan<(string Name, object? Value)> fields)
    {
        var values = new Dictionary<string, object?>();
        foreach (var (name, value) in fields)
            values.Add(name, value);
        return values;
    }
}
