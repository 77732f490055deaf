using System.Text.Json.Nodes;

namespace Jobs.Conformance.Checking;

/// <summary>
/// Errors of an execution, filed under the position that is null because of them. Where a null was carried upwards, which of
/// several errors beneath is reported is free.
/// </summary>
internal static class FieldErrors
{
    public static Level Compare(JsonObject expected, JsonObject answer)
    {
        var (wanted, reported) = (ByPosition(expected), ByPosition(answer));
        if (!wanted.Keys.ToHashSet().SetEquals(reported.Keys)) return Level.None;
        return wanted.Keys.Select(position => Compare(position, wanted[position], reported[position]))
            .DefaultIfEmpty(Level.Messages).Min();
    }

    private static Level Compare(string position, List<JsonNode> wanted, List<JsonNode> reported)
    {
        var isAtPosition = wanted.Concat(reported).All(error => PathOf(error) == position);
        if (isAtPosition && wanted.Count != reported.Count) return Level.None;
        var level = Level.Messages;
        foreach (var error in reported)
        {
            var candidates = wanted.FindAll(other => PathOf(other) == PathOf(error));
            if (candidates.Count > 0) level = Min(level, candidates.Max(other => Compare(other, error)));
        }

        return level;
    }

    private static Level Compare(JsonNode wanted, JsonNode reported)
    {
        if (ErrorLists.LocationsOf(wanted) != ErrorLists.LocationsOf(reported)) return Level.Verdict;
        return ErrorLists.MessageOf(wanted) == ErrorLists.MessageOf(reported) ? Level.Messages : Level.Locations;
    }

    private static Dictionary<string, List<JsonNode>> ByPosition(JsonObject response) =>
        ErrorLists.In(response).OfType<JsonNode>().GroupBy(error => NullPosition(error["path"] as JsonArray, response["data"]))
            .ToDictionary(group => group.Key, group => group.ToList());

    /// <summary>Where on the way to the path the data ends in null.</summary>
    private static string NullPosition(JsonArray? path, JsonNode? data)
    {
        var position = new JsonArray();
        foreach (var segment in path ?? [])
        {
            if (data is null) break;
            position.Add(segment!.DeepClone());
            data = data switch
            {
                JsonArray list when (int)segment < list.Count => list[(int)segment],
                JsonObject fields => fields[(string)segment!],
                _ => null,
            };
        }

        return position.ToJsonString();
    }

    private static string PathOf(JsonNode error) => (error["path"] ?? new JsonArray()).ToJsonString();

    private static Level Min(Level one, Level other) => one < other ? one : other;
}
