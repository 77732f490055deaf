namespace Jobs.Api;

/// <summary>What a line of the log says before its arguments are put in: those may be anybody's.</summary>
public static class LogTemplate
{
    private const string OriginalFormat = "{OriginalFormat}";

    /// <summary>A line without a template is somebody's finished sentence, so it has its event's name only.</summary>
    public static string Of<TState>(TState state, EventId eventId) =>
        state is IReadOnlyList<KeyValuePair<string, object?>> { Count: > 0 } members
            && members[^1] is { Key: OriginalFormat, Value: string text } ? text : eventId.Name ?? "";
}
