using System.Text;
using Jobs.GraphQL.Cost;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Tests.Execution;

/// <summary>Introspection that comes again is a part of the plan, and nobody can tell but by the clock.</summary>
public sealed class FoldedAnswersTests
{
    private const string Sdl = """
        "Where it begins." type Query { "One." one(of: [Int!] = [1]): Int  old: Int @deprecated(reason: "no") }
        enum Colour { RED "Dark." BLUE }
        """;

    [Theory]
    [InlineData("{ __schema { description queryType { name fields { name description args { name defaultValue } } } } }")]
    [InlineData("""{ a: __type(name: "Colour") { enumValues { name description } } b: __type(name: "Nobody") { name } __typename }""")]
    [InlineData("{ __schema { types { ...T } } } fragment T on __Type { name kind ofType { name } }")]
    public async Task The_same_document_answers_the_same_however_often(string document)
    {
        var engine = new TestEngine(Sdl);
        var first = await engine.SendAsync(document);
        Assert.DoesNotContain("errors", first, StringComparison.Ordinal);
        for (var again = 0; again < 4; again++) Assert.Equal(first, await engine.SendAsync(document));
    }

    [Theory]
    [InlineData("{ __typename }", """{"data":{"__typename":"Query"}}""")]
    [InlineData("query Named { kind: __typename again: __typename }", """{"data":{"kind":"Query","again":"Query"}}""")]
    [InlineData("query($a: Boolean!) { __typename @skip(if: $a) }", """{"data":{}}""", """{"a":true}""")]
    public async Task The_names_of_types_are_known_before_they_are_asked_for(
        string document, string answer, string? variables = null) =>
        Assert.Equal(answer, await new TestEngine(Sdl).SendAsync(document, variables));

    [Fact]
    public async Task What_is_known_says_what_it_costs_to_whoever_asks()
    {
        var engine = new TestEngine(Sdl);
        const string Document = "{ __typename }";
        const string Answer = """{"data":{"__typename":"Query"}}""";
        foreach (var reporting in (CostReporting[])[CostReporting.None, CostReporting.Report, CostReporting.None])
        {
            var answer = await engine.SendAsync(Document, costReporting: reporting);
            if (reporting == CostReporting.None) Assert.Equal(Answer, answer);
            else Assert.StartsWith($"{Answer[..^1]},\"extensions\":{{\"cost\":", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1, "{ __typename }", """{"data":{"__typename":"Query"}}""")]
    [InlineData(int.MaxValue, "{ one }", """{"data":{"one":null}}""")]
    public async Task What_was_written_once_is_handed_out_as_it_is(int timesUntilWritten, string document, string answer)
    {
        var engine = new TestEngine(Sdl);
        for (var time = 0; time < 3; time++)
        {
            await using var response = await engine.RespondAsync(document);
            using var result = response.Initial!;
            Assert.Equal(time >= timesUntilWritten, result.TryGetWritten(out var written));
            Assert.Equal(time >= timesUntilWritten ? answer : "", Encoding.UTF8.GetString(written.Span));
            Assert.Equal(answer, TestEngine.Take(result));
        }
    }

    [Theory]
    [InlineData(1, "{ __typename }")]
    [InlineData(3, "{ __schema { queryType { name } } __typename }")]
    public async Task What_is_known_asks_for_no_service(int timesUntilKnown, string document)
    {
        var engine = new GraphQLEngine(
            SchemaBuilder.Build(Parser.Parse(Sdl), []).Schema!, new GraphQLEngineOptions());
        var services = new CountedServices();
        for (var time = 1; time <= 5; time++)
        {
            var before = services.Asked;
            using var result = await engine.ExecuteAsync(
                new GraphQLRequest { Query = Encoding.UTF8.GetBytes(document), Services = services },
                TestContext.Current.CancellationToken);
            Assert.Empty(result.Errors);
            Assert.Equal(time < timesUntilKnown, services.Asked > before);
        }
    }

    [Fact]
    public async Task Variables_within_are_heeded_each_time()
    {
        const string Document = """
            query($old: Boolean!, $name: String!, $shown: Boolean!) {
              __schema { queryType { fields(includeDeprecated: $old) { name } } }
              __type(name: $name) { name kind @include(if: $shown) }
            }
            """;
        var engine = new TestEngine(Sdl);
        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(
                """{"data":{"__schema":{"queryType":{"fields":[{"name":"one"},{"name":"old"}]}},"__type":{"name":"Colour","kind":"ENUM"}}}""",
                await engine.SendAsync(Document, """{"old":true,"name":"Colour","shown":true}"""));
            Assert.Equal(
                """{"data":{"__schema":{"queryType":{"fields":[{"name":"one"}]}},"__type":{"name":"Query"}}}""",
                await engine.SendAsync(Document, """{"old":false,"name":"Query","shown":false}"""));
        }
    }

    [Fact]
    public async Task It_counts_as_many_values_as_it_stands_for()
    {
        const string Twice = "{ a: __schema { types { name } } b: __schema { types { name } } }";
        var whole = new TestEngine(Sdl, new GraphQLEngineOptions { MaxResultValues = 200 });
        var tight = new TestEngine(Sdl, new GraphQLEngineOptions { MaxResultValues = 60 });
        for (var again = 0; again < 4; again++)
        {
            Assert.DoesNotContain("RESULT_TOO_LARGE", await whole.SendAsync(Twice), StringComparison.Ordinal);
            Assert.Contains("RESULT_TOO_LARGE", await tight.SendAsync(Twice), StringComparison.Ordinal);
            Assert.DoesNotContain("RESULT_TOO_LARGE", await tight.SendAsync("{ __schema { types { name } } }"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Many_large_answers_do_not_stay_all_of_them()
    {
        var fields = string.Join(' ', Enumerable.Range(0, 1000).Select(number => $"\"{new string('d', 300)}\" f{number}: Int"));
        var engine = new TestEngine($"type Query {{ {fields} }}");
        var documents = Enumerable.Range(0, 30)
            .Select(number => $"query Q{number} {{ __schema {{ queryType {{ fields {{ name description }} }} }} }}").ToList();
        var answers = new List<string>();
        foreach (var document in documents) answers.Add(await engine.SendAsync(document));
        for (var again = 0; again < 3; again++)
            foreach (var (document, answer) in documents.Zip(answers)) Assert.Equal(answer, await engine.SendAsync(document));
        Assert.InRange(engine.Schema.FoldedAnswers.Bytes, 3_000_000, 4_194_304);
        Assert.True(30L * Encoding.UTF8.GetByteCount(answers[0]) > 9_000_000);
    }

    private sealed class CountedServices : IServiceProvider
    {
        public int Asked { get; private set; }

        public object? GetService(Type serviceType)
        {
            Asked++;
            return null;
        }
    }
}
