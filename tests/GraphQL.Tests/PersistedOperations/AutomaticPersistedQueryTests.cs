using Jobs.GraphQL.PersistedOperations;

namespace Jobs.GraphQL.Tests.PersistedOperations;

/// <summary>What Apollo's persisted-query link asks for: the hash first, the text when that is not known.</summary>
public sealed class AutomaticPersistedQueryTests
{
    private const string Query = "{ a }";

    private const string NotFound =
        """{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""";

    private static readonly string Hash = PersistedEngine.HashOf(Query);

    [Fact]
    public async Task A_hash_is_not_found_until_its_text_has_come_with_it()
    {
        var engine = new PersistedEngine();
        Assert.Equal(NotFound, await engine.SendAsync(hash: Hash));
        Assert.Equal(PersistedEngine.Answer, await engine.SendAsync(Query, Hash));
        Assert.Equal(PersistedEngine.Answer, await engine.SendAsync(hash: Hash));
    }

    [Fact]
    public async Task A_text_without_its_hash_is_not_remembered_by_it()
    {
        var engine = new PersistedEngine();
        await engine.SendAsync(Query);
        Assert.Equal(NotFound, await engine.SendAsync(hash: Hash));
    }

    [Theory]
    [InlineData("{ a")]
    [InlineData("{ nothing }")]
    public async Task A_document_that_is_not_valid_is_not_remembered(string text)
    {
        var engine = new PersistedEngine();
        await engine.SendAsync(text, PersistedEngine.HashOf(text));
        Assert.Equal(NotFound, await engine.SendAsync(hash: PersistedEngine.HashOf(text)));
    }

    [Fact]
    public async Task A_hash_of_another_text_is_refused_and_not_remembered()
    {
        var engine = new PersistedEngine();
        var wrong = PersistedEngine.HashOf("{ b: a }");
        Assert.Contains("PERSISTED_QUERY_HASH_MISMATCH", await engine.SendAsync(Query, wrong), StringComparison.Ordinal);
        Assert.Contains(
            "PERSISTED_QUERY_HASH_MISMATCH", await engine.SendAsync(Query, Hash.ToUpperInvariant()), StringComparison.Ordinal);
        Assert.Equal(NotFound, await engine.SendAsync(hash: wrong));
    }

    [Fact]
    public async Task The_ones_not_used_for_longest_make_room()
    {
        var engine = new PersistedEngine(new PersistedOperationOptions { AutomaticDocuments = 2 });
        string[] texts = ["{ a }", "{ b: a a }", "{ c: a a }"];
        await engine.SendAsync(texts[0], PersistedEngine.HashOf(texts[0]));
        await engine.SendAsync(texts[1], PersistedEngine.HashOf(texts[1]));
        Assert.Equal(PersistedEngine.Answer, await engine.SendAsync(hash: PersistedEngine.HashOf(texts[0])));
        await engine.SendAsync(texts[2], PersistedEngine.HashOf(texts[2]));
        Assert.Equal(NotFound, await engine.SendAsync(hash: PersistedEngine.HashOf(texts[1])));
        Assert.Equal(PersistedEngine.Answer, await engine.SendAsync(hash: PersistedEngine.HashOf(texts[0])));
    }

    [Fact]
    public async Task Their_texts_together_have_a_limit()
    {
        var engine = new PersistedEngine(new PersistedOperationOptions { AutomaticDocumentBytes = 12 });
        const string Long = "{ a } # and more";
        Assert.Equal(PersistedEngine.Answer, await engine.SendAsync(Long, PersistedEngine.HashOf(Long)));
        Assert.Equal(NotFound, await engine.SendAsync(hash: PersistedEngine.HashOf(Long)));
        await engine.SendAsync(Query, Hash);
        await engine.SendAsync("{ a a }", PersistedEngine.HashOf("{ a a }"));
        Assert.Equal(PersistedEngine.Answer, await engine.SendAsync(hash: Hash));
        await engine.SendAsync("{a}", PersistedEngine.HashOf("{a}"));
        Assert.Equal(NotFound, await engine.SendAsync(hash: PersistedEngine.HashOf("{ a a }")));
    }

    [Fact]
    public async Task Switched_off_it_says_so_and_still_takes_texts_with_their_hash()
    {
        var engine = new PersistedEngine(new PersistedOperationOptions { AutomaticDocuments = 0 });
        Assert.Equal(PersistedEngine.Answer, await engine.SendAsync(Query, Hash));
        Assert.Equal(
            """{"errors":[{"message":"PersistedQueryNotSupported","extensions":{"code":"PERSISTED_QUERY_NOT_SUPPORTED"}}]}""",
            await engine.SendAsync(hash: Hash));
    }

    [Fact]
    public async Task A_mutation_known_by_its_hash_is_no_query()
    {
        var engine = new PersistedEngine();
        const string Mutation = "mutation { a }";
        await engine.SendAsync(Mutation, PersistedEngine.HashOf(Mutation), queryOnly: true);
        Assert.Contains("QUERY_ONLY",
            await engine.SendAsync(hash: PersistedEngine.HashOf(Mutation), queryOnly: true), StringComparison.Ordinal);
    }
}
