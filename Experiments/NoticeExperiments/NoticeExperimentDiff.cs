using System.Text.Json;
using System.Text.Json.Nodes;

namespace Jobs.Experiments;

/// <summary>One member of an experiment that two revisions have differently; null: it is not there.</summary>
public sealed record ContentDifference(string Path, string? Before, string? After);

/// <summary>What is different between two revisions, member by member.</summary>
public static class NoticeExperimentDiff
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="before">The content of the earlier revision, as it is kept.</param>
    /// <param name="after">That of the later one.</param>
    public static IReadOnlyList<ContentDifference> Between(string before, string after)
    {
        var (old, @new) = (Leaves(before), Leaves(after));
        return
        [
            .. old.Keys.Union(@new.Keys)
                .Select(path => new ContentDifference(path, old.GetValueOrDefault(path), @new.GetValueOrDefault(path)))
                .Where(difference => difference.Before != difference.After),
        ];
    }

    private static Dictionary<string, string> Leaves(string json)
    {
        var leaves = new Dictionary<string, string>();
        Collect(JsonNode.Parse(json), "", leaves);
        return leaves;
    }

    private static void Collect(JsonNode? node, string path, Dictionary<string, string> leaves)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members) Collect(value, path.Length == 0 ? name : $"{path}.{name}", leaves);
                break;
            case JsonArray items:
                foreach (var (index, item) in items.Index()) Collect(item, $"{path}[{index}]", leaves);
                break;
            case not null:
                leaves[path] = node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString(Readable);
                break;
        }
    }
}
