using System.Diagnostics;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;
using Jobs.GraphQL.Validation;
using static Jobs.AttackBenchmark.DocumentAttacks;

namespace Jobs.AttackBenchmark;

/// <summary>Each validation rule alone, on documents that are hard for it, at three sizes.</summary>
internal static class ValidationScaling
{
    private const int Smallest = 2_000;

    private static readonly GraphQLSchema Schema = SchemaBuilder.Build(Parser.Parse(
        """
        directive @many(n: Int) repeatable on FIELD
        interface Node { id: ID }
        type A implements Node { id: ID s: String a: A b: A n: Node list(in: In, n: Int): A }
        type B implements Node { id: ID s: String }
        input In { n: Int in: In many: [In!] }
        type Query { a: A b: A n: Node s(n: Int, in: In): String }
        type Subscription { a: A }
        """)).Schema!;

    private static readonly (string Rule, string What, Func<int, string> Document)[] Cases =
    [
        ("ExecutableDefinitions", "operations", n => Many(n, i => $"query Q{i} {{ s }}")),
        ("KnownOperationTypes", "operations", n => Many(n, i => $"query Q{i} {{ s }}")),
        ("UniqueOperationNames", "operations", n => Many(n, i => $"query Q{i} {{ s }}")),
        ("LoneAnonymousOperation", "operations", n => Many(n, i => $"query Q{i} {{ s }}")),
        ("SingleFieldSubscriptions", "fragments in a chain",
            n => $"subscription {{ ...F0 }} {Many(n, i => $"fragment F{i} on Subscription {{ ...F{i + 1} }}")} "
                + $"fragment F{n} on Subscription {{ a {{ s }} }}"),
        ("FieldsOnCorrectType", "fields", n => $"{{ {Repeat("s ", n)} }}"),
        ("OverlappingFieldsCanBeMerged", "the same field", n => $"{{ {Repeat("s ", n)} }}"),
        ("OverlappingFieldsCanBeMerged", "the same selection", n => $"{{ {Repeat("a { s } ", n)} }}"),
        ("OverlappingFieldsCanBeMerged", "different selections", n => $"{{ {Many(n, i => $"a {{ x{i}: s }}")} }}"),
        ("OverlappingFieldsCanBeMerged", "aliases", n => $"{{ {Many(n, i => $"x{i}: s")} }}"),
        ("OverlappingFieldsCanBeMerged", "fragments that double",
            n => $"{{ a {{ ...F0 }} }} {Many(n, i => $"fragment F{i} on A {{ a {{ ...F{i + 1} }} b {{ ...F{i + 1} }} }}")} "
                + $"fragment F{n} on A {{ s }}"),
        ("OverlappingFieldsCanBeMerged", "inline fragments on two types",
            n => $"{{ n {{ {Many(n, i => $"... on {(i % 2 == 0 ? "A" : "B")} {{ id s }}")} }} }}"),
        ("OverlappingFieldsCanBeMerged", "spreads of fragments",
            n => $"{{ a {{ {Many(n, i => $"...F{i}")} }} }} {Many(n, i => $"fragment F{i} on A {{ a {{ s }} }}")}"),
        ("ScalarLeafs", "fields", n => $"{{ {Repeat("s ", n)} }}"),
        ("KnownArgumentNames", "fields", n => $"{{ {Repeat("s(n: 1) ", n)} }}"),
        ("UniqueArgumentNames", "arguments", n => $"{{ s({Many(n, i => $"n{i}: 1")}) }}"),
        ("ProvidedRequiredArguments", "arguments", n => $"{{ s({Many(n, i => $"n{i}: 1")}) }}"),
        ("UniqueFragmentNames", "fragments", n => $"{{ s }} {Many(n, i => $"fragment F{i} on Query {{ s }}")}"),
        ("KnownTypeNames", "inline fragments", n => $"{{ {Repeat("... on Query { s } ", n)} }}"),
        ("FragmentsOnCompositeTypes", "inline fragments", n => $"{{ {Repeat("... on Query { s } ", n)} }}"),
        ("NoUnusedFragments", "fragments in a chain", Chain),
        ("KnownFragmentNames", "spreads", n => $"{{ {Repeat("...F ", n)} }} fragment F on Query {{ s }}"),
        ("NoFragmentCycles", "fragments in a chain", Chain),
        ("NoFragmentCycles", "fragments in a cycle",
            n => $"{{ ...F0 }} {Many(n, i => $"fragment F{i} on Query {{ ...F{(i + 1) % n} }}")}"),
        ("PossibleFragmentSpreads", "inline fragments on two types",
            n => $"{{ n {{ {Many(n, i => $"... on {(i % 2 == 0 ? "A" : "B")} {{ id }}")} }} }}"),
        ("ValuesOfCorrectType", "input objects", n => $"{{ s(in: {{ many: [{Repeat("{ n: 1 } ", n)}] }}) }}"),
        ("ValuesOfCorrectType", "unknown input fields", n => $"{{ s(in: {{ {Many(n, i => $"n{i}: 1")} }}) }}"),
        ("UniqueInputFieldNames", "input fields", n => $"{{ s(in: {{ {Many(n, i => $"n{i}: 1")} }}) }}"),
        ("KnownDirectives", "directives", n => $"{{ s {Repeat("@many ", n)} }}"),
        ("UniqueDirectivesPerLocation", "directives", n => $"{{ s {Repeat("@many ", n)} }}"),
        ("UniqueVariableNames", "variables", n => $"query ({Many(n, i => $"$v{i}: Int")}) {{ s }}"),
        ("VariablesAreInputTypes", "variables", n => $"query ({Many(n, i => $"$v{i}: Int")}) {{ s }}"),
        ("NoUndefinedVariables", "variables and uses", Uses),
        ("NoUnusedVariables", "variables and uses", Uses),
        ("VariablesInAllowedPosition", "variables and uses", Uses),
        ("NoUndefinedVariables", "uses in a chain of fragments", UsesInChain),
        ("VariablesInAllowedPosition", "uses in a chain of fragments", UsesInChain),
    ];

    public static void Show()
    {
        Console.WriteLine($"{"rule",-30} {"what there are n of",-32} {"n",6} {"ms",8} {"2n",8} {"4n",8}   ratios");
        foreach (var (rule, what, document) in Cases)
        {
            Time(rule, document(Smallest / 4)); // Compiles.
            var times = Enumerable.Range(0, 3).Select(doublings => Time(rule, document(Smallest << doublings))).ToList();
            Console.WriteLine($"{rule,-30} {what,-32} {Smallest,6} {times[0],8:0.00} {times[1],8:0.00} {times[2],8:0.00}   "
                + $"{times[1] / times[0]:0.0}, {times[2] / times[1]:0.0}");
        }
    }

    /// <summary>The best of several, in milliseconds: what the machine does beside it only adds.</summary>
    private static double Time(string rule, string text)
    {
        var document = Parser.Parse(text, new ParserOptions { MaxTokens = int.MaxValue, MaxDirectives = int.MaxValue });
        var options = new ValidationOptions
        {
            Rules = [rule],
            MaxErrors = 20,
            MaxFieldMergingSteps = int.MaxValue,
            MaxFragmentSteps = int.MaxValue,
        };
        var best = double.MaxValue;
        for (var i = 0; i < 15; i++)
        {
            var start = Stopwatch.GetTimestamp();
            DocumentValidator.Validate(Schema, document, options);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }

    private static string Chain(int n) =>
        $"{{ ...F0 }} {Many(n, i => $"fragment F{i} on Query {{ ...F{i + 1} }}")} fragment F{n} on Query {{ s }}";

    private static string Uses(int n) =>
        $"query ({Many(n, i => $"$v{i}: Int")}) {{ {Many(n, i => $"x{i}: s(n: $v{i})")} }}";

    private static string UsesInChain(int n) =>
        $"query ($v: Int) {{ ...F0 }} {Many(n, i => $"fragment F{i} on Query {{ s(n: $v) ...F{i + 1} }}")} "
        + $"fragment F{n} on Query {{ s }}";
}
