using System.Globalization;
using Jobs.GraphQL.PersistedOperations;

namespace Jobs.GraphQL.Tests.PersistedOperations;

/// <summary>The mode in which a service answers what its clients were built with and nothing else.</summary>
public sealed class TrustedOnlyTests
{
    private const string Query = "query Q { a }";
    private static readonly string Hash = PersistedEngine.HashOf(Query);
    private readonly PersistedEngine engine = new(new PersistedOperationOptions { TrustedOnly = true });

    public TrustedOnlyTests() => engine.Trust(("feed", Query));

    [Fact]
    public async Task A_trusted_document_is_answered_by_id_by_hash_and_by_its_exact_text()
    {
        Assert.Equal(PersistedEngine.Answer, await engine.SendAsync(documentId: "feed"));
        Assert.Equal(PersistedEngine.Answer, await engine.SendAsync(hash: Hash));
        Assert.Equal(PersistedEngine.Answer, await engine.SendAsync(Query));
        Assert.Equal(PersistedEngine.Answer, await engine.SendAsync(Query, Hash));
        Assert.Equal(4, Assert.Single(engine.Trusted.Uses).Count);
    }

    [Theory]
    [InlineData("query Q { a } ", null, "The operation \"Q\"")]
    [InlineData("query Stranger { a }", null, "The operation \"Stranger\"")]
    [InlineData("fragment f on Query { a } { ...f } query Second { a }", null, "The operation \"Second\"")]
    [InlineData("{ a }", "Given", "The operation \"Given\"")]
    [InlineData("{ a }", null, "This operation")]
    [InlineData("{ a }", "no name\"", "This operation")]
    [InlineData("{ a", null, "This operation")]
    [InlineData("query X { __schema { types { name } } }", null, "The operation \"X\"")]
    public async Task Any_other_text_is_refused_by_the_name_of_its_operation(string text, string? operationName, string subject)
    {
        var name = $"{subject} is none of the trusted documents.".Replace("\"", "\\\"", StringComparison.Ordinal);
        Assert.Equal(
            $$$"""{"errors":[{"message":"{{{name}}}","extensions":{"code":"OPERATION_NOT_TRUSTED"}}]}""",
            await engine.SendAsync(text, operationName: operationName));
    }

    [Fact]
    public async Task The_refusal_of_a_huge_or_deep_text_does_not_read_it()
    {
        var deep = "query Deep " + string.Concat(Enumerable.Repeat("{ a ", 10_000));
        var huge = "query Huge { " + string.Concat(Enumerable.Range(0, 20_000).Select(
            number => string.Create(CultureInfo.InvariantCulture, $"a{number}: a "))) + "}";
        foreach (var text in new[] { deep, huge })
        {
            var answer = await engine.SendAsync(text);
            Assert.Contains("This operation is none of the trusted documents.", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_name_longer_than_names_are_is_not_repeated()
    {
        var answer = await engine.SendAsync($"query {new string('a', 101)} {{ a }}");
        Assert.Contains("\"This operation", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_learned_from_requests()
    {
        const string Other = "query Other { a }";
        Assert.Contains("OPERATION_NOT_TRUSTED",
            await engine.SendAsync(Other, PersistedEngine.HashOf(Other)), StringComparison.Ordinal);
        Assert.Contains("\\\"Other\\\" is none", await engine.SendAsync(
            hash: PersistedEngine.HashOf(Other), operationName: "Other"), StringComparison.Ordinal);
        Assert.Contains("PERSISTED_DOCUMENT_NOT_FOUND", await engine.SendAsync(documentId: "other"), StringComparison.Ordinal);
    }
}
