using System.Text.Json.Nodes;

namespace Jobs.Conformance.Checking;

/// <summary>Errors in any order: with the same places, and with the same words.</summary>
internal static class ErrorLists
{
    public static IReadOnlyList<JsonNode?> In(JsonObject answer) => [.. answer["errors"] as JsonArray ?? []];

    public static Level Compare(IReadOnlyList<JsonNode?> expected, IReadOnlyList<JsonNode?> reported)
    {
        if (!AreSame(expected, reported, LocationsOf)) return Level.Verdict;
        return AreSame(expected, reported, error => LocationsOf(error) + MessageOf(error)) ? Level.Messages : Level.Locations;
    }

    public static string LocationsOf(JsonNode? error) =>
        error?["path"]?.ToJsonString() + string.Join(
            ' ',
            from location in error?["locations"] as JsonArray ?? []
            let line = (int)location!["line"]!
            let column = (int)location["column"]!
            orderby line, column
            select $"{line}:{column}");

    public static string MessageOf(JsonNode? error) => error?["message"] is { } message ? Documents.Text(message) : "";

    private static bool AreSame(
        IReadOnlyList<JsonNode?> expected, IReadOnlyList<JsonNode?> reported, Func<JsonNode?, string> textOf) =>
        expected.Select(textOf).Order(StringComparer.Ordinal).SequenceEqual(reported.Select(textOf).Order(StringComparer.Ordinal));
}
