using System.Text.Json;
using System.Text.Json.Nodes;

namespace Jobs.Conformance.Checking;

/// <summary>A request with the answers that are accepted for it.</summary>
internal sealed record ConformanceCase(
    string Id, string Kind, bool IsIntrospection, JsonObject Request, IReadOnlyList<JsonObject> Expectations)
{
    public static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1024 };

    /// <summary>The cases of all files in a folder, a case per line.</summary>
    public static IEnumerable<ConformanceCase> ReadAll(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal)
        from line in File.ReadLines(file)
        where line.Length > 0
        select Read(JsonNode.Parse(line, documentOptions: Deep)!.AsObject());

    private static ConformanceCase Read(JsonObject line) => new(
        (string)line["id"]!,
        (string)line["kind"]!,
        (string?)line["norm"] == "introspection",
        line["req"]!.AsObject(),
        [line["expect"]!.AsObject(), .. line["accept"]?.AsArray().Select(other => other!.AsObject()) ?? []]);
}
