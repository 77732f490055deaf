using System.IO.Compression;
using System.Text;
using static Jobs.AttackBenchmark.DocumentAttacks;
using static Jobs.AttackBenchmark.RawRequest;

namespace Jobs.AttackBenchmark;

/// <summary>Literals, variables and bodies that are large, deep or malformed.</summary>
internal static class ValueAttacks
{
    private const string Feed =
        "query ($filter: JobPostFilter, $first: Int) { jobPosts(first: $first, filter: $filter) { nodes { id } } }";

    private const string ById = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";

    public static IEnumerable<Attack> All() => [.. Literals(), .. Variables(), .. Bodies()];

    /// <summary>For a service that takes batches.</summary>
    public static IEnumerable<Attack> Batches() =>
    [
        new("1,000 operations, with batching on", Post(Batch(1_000))),
        new("a batch of batches", Post($"[{Batch(10)}]")),
    ];

    private static IEnumerable<Attack> Literals() =>
    [
        new("an int of 100,000 digits", Query($"{{ jobPosts(first: {new string('9', 100_000)}) {{ nodes {{ id }} }} }}")),
        new("a float of 100,000 digits", Query($"{{ jobPosts(first: 0.{new string('9', 100_000)}) {{ nodes {{ id }} }} }}")),
        new("1e999", Query("{ neighborhoods(near: { latitude: 1e999, longitude: -1e999 }) { nodes { id } } }")),
        new("3,000 unknown input fields", Query(
            $"{{ jobPosts(filter: {{ {Many(3_000, i => $"keywor{i}: 1")} }}) {{ nodes {{ id }} }} }}")),
        new("3,000 unknown arguments", Query($"{{ jobPosts({Many(3_000, i => $"firs{i}: 1")}) {{ nodes {{ id }} }} }}")),
        new("3,000 times the same argument", Query($"{{ jobPosts({Repeat("first: 1 ", 3_000)}) {{ nodes {{ id }} }} }}")),
        new("an enum value of 100 KB", Query($"{{ jobPosts(sort: {new string('A', 100_000)}) {{ nodes {{ id }} }} }}")),
        new("a string of 20,000 escapes", Query($"{{ jobPost(id: \"{Repeat("\\u0061", 20_000)}\") {{ id }} }}")),
        new("a lone surrogate in a string", Query("{ jobPost(id: \"\\uD800\") { id } }")),
        new("a block string of 100 KB", Query($"{{ jobPost(id: \"\"\"{Repeat("\n ", 50_000)}\"\"\") {{ id }} }}")),
        new("a string that does not end", Query($"{{ jobPost(id: \"{new string('a', 100_000)}")),
        new("a keyword of 100 KB", Query(
            $"{{ jobPosts(filter: {{ keyword: \"{new string('가', 30_000)}\" }}) {{ nodes {{ id }} }} }}")),
    ];

    private static IEnumerable<Attack> Variables() =>
    [
        new("1,600 variables", Query($"query ({Many(1_600, i => $"$v{i}: Int")}) {{ __typename }}")),
        new("300 variables in 1,800 places", Query(
            $"query ({Many(300, i => $"$v{i}: Int")}) {{ {Many(1_800, i => $"jobPosts(first: $v{i % 300})")} }}")),
        new("variables 100,000 deep", Query(ById, $"{{\"ids\":{new string('[', 100_000)}{new string(']', 100_000)}}}")),
        new("variables 60 deep", Query(ById, $"{{\"ids\":{new string('[', 60)}{new string(']', 60)}}}")),
        new("60,000 values in a variable", Query(ById, $"{{\"ids\":[{string.Join(',', Enumerable.Repeat("\"x\"", 60_000))}]}}")),
        new("80,000 wrong values in a variable", Query(
            ById, $"{{\"ids\":[{string.Join(',', Enumerable.Repeat("{}", 80_000))}]}}")),
        new("20,000 variables that nobody defines", Query(
            "{ __typename }", $"{{{string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"v{i}\":1"))}}}")),
        new("10,000 unknown input fields in a variable", Query(
            Feed, $"{{\"filter\":{{{string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"keywor{i}\":1"))}}}}}")),
        new("an int of 200,000 digits in a variable", Query(Feed, $"{{\"first\":{new string('9', 200_000)}}}")),
        new("1e999999999 in a variable", Query(Feed, "{\"first\":1e999999999}")),
        new("a lone surrogate in a variable", Query(ById, "{\"ids\":[\"\\ud800\"]}")),
        new("NaN in the variables", Query(Feed, "{\"first\":NaN}")),
    ];

    private static IEnumerable<Attack> Bodies() =>
    [
        new("1,000 operations, with batching off", Post(Batch(1_000))),
        new("invalid UTF-8", Post([.. "{\"query\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8])),
        new("200 KB of invalid UTF-8", Post(Enumerable.Repeat((byte)0xFF, 200_000).ToArray())),
        new("a lone surrogate in the query", Post("{\"query\":\"{ a\\ud800 }\"}")),
        new("40,000 escapes in the query", Post($"{{\"query\":\"{Repeat("\\u0020", 40_000)}{{__typename}}\"}}")),
        new("an empty body", Post("")),
        new("a body that breaks off", Post("{\"query\":\"{ __typename")),
        new("a body that is a number", Post("1")),
        new("20,000 members of the body", Post(
            $"{{\"query\":\"{{__typename}}\",{string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"v{i}\":1"))}}}")),
        new("the same member twice", Post("{\"query\":\"{__typename}\",\"query\":\"{__typename}\"}")),
        new("a body 100,000 deep", Post($"{{\"query\":{new string('[', 100_000)}")),
        new("extensions 60 deep", Post(
            $"{{\"query\":\"{{__typename}}\",\"extensions\":{Repeat("{\"a\":", 60)}1{Repeat("}", 60)}}}")),
        new("null bytes", Post("{\"query\":\"{ \\u0000 }\"}")),
        new("5 MB of spaces", Post(new string(' ', 5_000_000))),
        new("5 MB of spaces, chunked", Chunked(Encoding.ASCII.GetBytes(new string(' ', 5_000_000)))),
        new("a compressed body that grows to 100 MB", Post(Compressed(100_000_000), "Content-Encoding: gzip\r\n")),
    ];

    private static string Batch(int count) =>
        $"[{string.Join(',', Enumerable.Repeat("""{"query":"{__typename}"}""", count))}]";

    private static byte[] Compressed(int length)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal)) gzip.Write(new byte[length]);
        return compressed.ToArray();
    }
}
