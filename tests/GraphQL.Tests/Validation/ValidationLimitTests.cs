using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;
using Jobs.GraphQL.Validation;

namespace Jobs.GraphQL.Tests.Validation;

/// <summary>Documents built to be expensive are answered in steps that grow with their size, or refused.</summary>
public sealed class ValidationLimitTests
{
    private static readonly ParserOptions LargeDocument = new() { MaxTokens = 1_000_000 };

    private static readonly GraphQLSchema Schema = SchemaBuilder.Build(Parser.Parse(
        "type Query { a: Query b: Query s(n: Int): String t: String }")).Schema!;

    [Fact]
    public void Ten_thousand_aliases_take_a_few_steps_each() =>
        Assert.Empty(Validate($"{{ {Many(10_000, i => $"x{i}: s")} }}", maxSteps: 25_000));

    [Fact]
    public void Thousands_of_repeated_fields_take_a_few_steps_each() =>
        Assert.Empty(Validate($"{{ {Many(2_000, _ => "a { s }")} }}", maxSteps: 20_000));

    [Fact]
    public void Repeated_fields_with_different_selections_take_a_few_steps_each() =>
        Assert.Empty(Validate($"{{ {Many(2_000, i => $"a {{ x{i}: s }}")} }}", maxSteps: 25_000));

    [Fact]
    public void Fragments_that_double_at_each_of_thirty_levels_take_a_few_steps_each() =>
        Assert.Empty(Validate(Doubling(30), maxSteps: 1_000));

    [Fact]
    public void Fragments_that_are_spread_twice_in_a_long_chain_take_a_few_steps_each() =>
        Assert.Empty(Validate(
            $"{{ ...F0 }} {Many(2_000, i => $"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }}")} "
            + "fragment F2000 on Query { s }",
            maxSteps: 20_000));

    [Fact]
    public void A_chain_of_fragments_longer_than_the_stack_is_deep_is_walked() =>
        Assert.Empty(Validate(
            $"{{ ...F0 ...F1 }} {Many(20_000, i => $"fragment F{i} on Query {{ a {{ ...F{i + 1} }} }}")} "
            + "fragment F20000 on Query { s }",
            maxSteps: 800_000));

    [Fact]
    public void A_conflict_at_the_end_of_such_a_chain_is_found() =>
        Assert.StartsWith("Fields \"s\" conflict because \"s\" and \"t\" are different fields.", Validate(
            $"{{ ...F0 ...F1 }} {Many(20_000, i => $"fragment F{i} on Query {{ a {{ ...F{i + 1} }} s }}")} "
            + "fragment F20000 on Query { s: t }",
            maxSteps: 1_000_000)[0].Message, StringComparison.Ordinal);

    [Fact]
    public void Beyond_the_limit_the_document_is_refused()
    {
        var error = Assert.Single(Validate(Doubling(30), maxSteps: 20));
        Assert.Equal(
            "The document's fields take too many steps to decide whether they can be merged. Validation aborted.", error.Message);
        Assert.Equal(ErrorCodes.ValidationTooCostly, error.Code);
    }

    [Fact]
    public void A_conflict_among_thousands_is_told_before_the_comparison_of_pairs_is_given_up()
    {
        var errors = Validate($"{{ {Many(2_000, i => $"z: s(n: {i})")} }}", maxSteps: 10_000);
        Assert.Equal(
            "Fields \"z\" conflict because they have differing arguments. "
            + "Use different aliases on the fields to fetch both if this was intentional.",
            errors[0].Message);
        Assert.Equal("The document's fields conflict in more places than can be told. Validation aborted.", errors[^1].Message);
        Assert.InRange(errors.Count, 2, 2_501);
    }

    [Fact]
    public void Operations_that_share_many_fragments_are_refused_beyond_the_limit()
    {
        var operations = Many(200, i => $"query Q{i} {{ ...F0 }}");
        var fragments = Many(200, i => $"fragment F{i} on Query {{ ...F{i + 1} s }}");
        var errors = DocumentValidator.Validate(
            Schema, Parser.Parse($"{operations} {fragments} fragment F200 on Query {{ s }}"),
            new ValidationOptions { MaxFragmentSteps = 10_000 });
        var error = Assert.Single(errors);
        Assert.Equal("The document's fragments take too many steps to validate. Validation aborted.", error.Message);
    }

    [Fact]
    public void A_long_cycle_is_told_by_its_beginning()
    {
        var cycle = Many(3_000, i => $"fragment F{i} on Query {{ ...F{(i + 1) % 3_000} }}");
        var error = Assert.Single(DocumentValidator.Validate(
            Schema, Parser.Parse($"{{ ...F0 }} {cycle}", LargeDocument), new ValidationOptions { Rules = ["NoFragmentCycles"] }));
        Assert.StartsWith(
            "Cannot spread fragment \"F0\" within itself via \"F1\", \"F2\"", error.Message, StringComparison.Ordinal);
        Assert.Equal(50, error.Locations.Count);
    }

    [Fact]
    public void Errors_stop_at_their_limit()
    {
        var errors = DocumentValidator.Validate(
            Schema, Parser.Parse($"{{ {Many(50, i => $"nope{i}")} }}"), new ValidationOptions { MaxErrors = 10 });
        Assert.Equal(11, errors.Count);
        Assert.Equal("Too many validation errors, error limit reached. Validation aborted.", errors[^1].Message);
    }

    [Fact]
    public void Without_suggestions_no_message_names_what_the_schema_has()
    {
        var error = Assert.Single(DocumentValidator.Validate(
            Schema, Parser.Parse("{ ss }"), new ValidationOptions { Suggestions = false }));
        Assert.Equal("Cannot query field \"ss\" on type \"Query\".", error.Message);
    }

    [Fact]
    public void A_message_quotes_only_the_beginning_of_a_large_literal()
    {
        var error = Assert.Single(DocumentValidator.Validate(
            Schema, Parser.Parse($"{{ s(n: \"{new string('x', 5_000)}\") }}"), new ValidationOptions { MaxQuotedLiteral = 50 }));
        Assert.Equal("Int cannot represent non-integer value: \"xxxxxxxxx...", error.Message);
    }

    private static IReadOnlyList<GraphQLError> Validate(string document, int maxSteps) => DocumentValidator.Validate(
        Schema, Parser.Parse(document, LargeDocument),
        new ValidationOptions { MaxErrors = 0, MaxFieldMergingSteps = maxSteps, MaxFieldConflictSteps = maxSteps });

    private static string Doubling(int levels) =>
        $"{{ ...F0 }} {Many(levels, i => $"fragment F{i} on Query {{ a {{ ...F{i + 1} }} b {{ ...F{i + 1} }} }}")} "
        + $"fragment F{levels} on Query {{ s }}";

    private static string Many(int count, Func<int, string> text) => string.Join(' ', Enumerable.Range(0, count).Select(text));
}
