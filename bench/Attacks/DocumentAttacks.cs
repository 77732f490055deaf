using static Jobs.AttackBenchmark.RawRequest;

namespace Jobs.AttackBenchmark;

/// <summary>Documents that are large, deep, wide or twisted.</summary>
internal static class DocumentAttacks
{
    private const string Card = "{ nodes { id title employer { displayName } } }";

    private static readonly string[] Types = ["JobPost", "Employer", "Application"];

    public static IEnumerable<Attack> All() => [.. Sizes(), .. Nesting(), .. Fragments(), .. Directives(), .. Costs()];

    public static string Many(int count, Func<int, string> text) => string.Join(' ', Enumerable.Range(0, count).Select(text));

    public static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static IEnumerable<Attack> Sizes() =>
    [
        new("10,000 aliases of the feed", Query($"{{ {Many(10_000, i => $"a{i}:jobPosts{{nodes{{id}}}}")} }}")),
        new("1,000 aliases of the feed", Query($"{{ {Many(1_000, i => $"a{i}:jobPosts{Card}")} }}")),
        new("1,000 aliases within the feed", Query($"{{ jobPosts {{ {Many(1_000, i => $"a{i}:nodes {{ id }}")} }} }}")),
        new("10,000 aliases of __typename", Query($"{{ {Many(10_000, i => $"a{i}:__typename")} }}")),
        new("3,000 aliases of __typename", Query($"{{ {Many(3_000, i => $"a{i}:__typename")} }}")),
        new("9,000 times the same field", Query($"{{ {Repeat("__typename ", 9_000)} }}")),
        new("1,400 times the same selection", Query($"{{ {Repeat("jobPosts{nodes{id}} ", 1_400)} }}")),
        new("100,000 times the same selection", Query($"{{ {Repeat("jobPosts{nodes{id}} ", 100_000)} }}")),
        new("900 conflicting selections", Query($"{{ {Many(900, i => $"jobPosts(first:{i}){{nodes{{id}}}}")} }}")),
        new("9,000 unknown fields", Query($"{{ {Many(9_000, i => $"jobPost{i}")} }}")),
        new("1,500 operations", Query(Many(1_500, i => $"query Q{i} {{ __typename }}"))),
        new("a name of 120 KB", Query($"{{ {new string('a', 120_000)} }}")),
        new("a name of 1 MB", Query($"{{ {new string('a', 1_000_000)} }}")),
        new("120 KB of comments", Query($"{Repeat("#\n", 60_000)}{{ __typename }}")),
        new("120 KB of commas", Query($"{new string(',', 120_000)}{{ __typename }}")),
        new("120 KB of spaces", Query($"{new string(' ', 120_000)}{{ __typename }}")),
        new("a document of 5 MB", Query($"{{ {Repeat("__typename ", 450_000)} }}")),
        new("a document of 5 MB, chunked", Chunked(Query($"{{ {Repeat("__typename ", 450_000)} }}"))),
        new("a document of 200 KB", Query($"{{ {Repeat("__typename ", 18_000)} }}")),
        new("aliases by GET", Get($"{{{Many(300, i => $"a{i}:jobPosts{{nodes{{id}}}}")}}}"[..7_000])),
    ];

    private static IEnumerable<Attack> Nesting() =>
    [
        new("100,000 opening braces", Query(Repeat("{a", 100_000))),
        new("60,000 opening braces", Query(new string('{', 60_000))),
        new("100,000 brackets", Query($"{{ a(b: {new string('[', 100_000)}")),
        new("100,000 brackets, closed", Query($"{{ a(b: {new string('[', 50_000)}{new string(']', 50_000)}) }}")),
        new("30,000 input objects", Query($"{{ a(b: {Repeat("{a:", 30_000)}")),
        new("100,000 list types", Query($"query ($a: {new string('[', 100_000)}Int")),
        new("20,000 inline fragments within each other", Query(Repeat("{...", 20_000))),
        new("90 conditions within each other", Query(
            $"{{ {Repeat("... @include(if: true) { ", 90)} __typename {Repeat("}", 90)} }}")),
        new("90 fields within each other", Query(
            $"{{ jobPost(id: \"x\") {{ {Repeat("employer { jobPosts { nodes { ", 30)} id {Repeat("} } } ", 30)} }} }}")),
        new("types of fields of types of fields", Query(
            $"{{ __schema {{ types {{ {Repeat("fields { type { ", 12)} name {Repeat("} } ", 12)} }} }} }}")),
    ];

    private static IEnumerable<Attack> Fragments() =>
    [
        new("a fragment within itself", Query("{ ...A } fragment A on Query { ...A }")),
        new("a cycle of 1,200 fragments", Query($"{{ ...F0 }} {Cycle(1_200)}")),
        new("a cycle of 10,000 fragments", Query($"{{ ...F0 }} {Cycle(10_000)}")),
        new("30 fragments that double", Query(
            $"{{ ...F0 }} {Many(30, i => $"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }}")} "
            + "fragment F30 on Query { __typename }")),
        new("30 fragments that double fields", Query($"{{ jobPost(id: \"x\") {{ ...F0 }} }} {DoublingFields(30)}")),
        new("a chain of 1,200 fragments", Query(
            $"{{ ...F0 }} {Many(1_200, i => $"fragment F{i} on Query {{ ...F{i + 1} }}")} "
            + "fragment F1200 on Query { __typename }")),
        new("1,200 fragments that nobody uses", Query(
            $"{{ __typename }} {Many(1_200, i => $"fragment F{i} on Query {{ __typename }}")}")),
        new("3,000 spreads of one fragment", Query($"{{ {Repeat("...F ", 3_000)} }} fragment F on Query {{ __typename }}")),
        new("100 operations over 100 fragments", Query(
            Many(100, i => $"query Q{i} {{ ...F0 }}") + " "
            + Many(100, i => $"fragment F{i} on Query {{ ...F{i + 1} __typename }}") + " fragment F100 on Query { __typename }")),
        new("1,600 inline fragments on a type", Query(
            $"{{ node(id: \"x\") {{ {Repeat("... on JobPost { id } ", 1_600)} }} }}")),
        new("1,600 inline fragments on three types", Query(
            $"{{ node(id: \"x\") {{ {Many(1_600, i => $"... on {Types[i % 3]} {{ id }}")} }} }}")),
        new("1,000 unknown fragments", Query($"{{ {Many(1_000, i => $"...F{i}")} }}")),
    ];

    private static IEnumerable<Attack> Directives() =>
    [
        new("10,000 times @skip at a field", Query($"{{ __typename {Repeat("@skip(if: false) ", 10_000)} }}")),
        new("4,000 unknown directives at a field", Query($"{{ __typename {Repeat("@a ", 4_000)} }}")),
        new("900 fields with a condition each", Query($"{{ {Repeat("__typename @include(if: true) ", 900)} }}")),
        new("450 conditions on variables", Query(
            $"query ({Many(450, i => $"$v{i}: Boolean!")}) {{ {Many(450, i => $"__typename @include(if: $v{i})")} }}",
            $"{{{string.Join(',', Enumerable.Range(0, 450).Select(i => $"\"v{i}\":true"))}}}")),
        new("300 fields with 10 directives each", Query($"{{ {Many(300, _ => $"__typename {Repeat("@a ", 10)}")} }}")),
        new("900 directives on variables", Query($"query ({Many(900, i => $"$v{i}: Int @a")}) {{ __typename }}")),
    ];

    private static IEnumerable<Attack> Costs() =>
    [
        new("a page of 2,147,483,647", Query("{ jobPosts(first: 2147483647) { nodes { id } } }")),
        new("pages within pages", Query(
            $"{{ jobPosts(first: 50) {{ nodes {{ {Repeat("similar(first: 12) { ", 6)} id {Repeat("} ", 6)} }} }} }}")),
        new("pages of employers of pages", Query(
            "{ jobPosts(first: 50) { nodes { "
            + $"{Repeat("employer { jobPosts(first: 50) { nodes { ", 4)} id {Repeat("} } } ", 4)} }} }} }}")),
        new("the whole schema", Query(
            "{ __schema { types { kind name fields { name args { name type { name } } type { name ofType { name } } } } } }")),
        new("4,000 ids", Query($"{{ nodes(ids: [{Many(4_000, _ => "\"x\"")}]) {{ id }} }}")),
    ];

    private static string Cycle(int length) =>
        Many(length, i => $"fragment F{i} on Query {{ ...F{(i + 1) % length} }}");

    private static string DoublingFields(int levels) =>
        Many(levels, i => $"fragment F{i} on JobPost {{ a: similar {{ ...F{i + 1} }} b: similar {{ ...F{i + 1} }} }}")
        + $" fragment F{levels} on JobPost {{ id }}";
}
