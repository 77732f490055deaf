using Jobs.GraphQL.PersistedOperations;

namespace Jobs.GraphQL.Tests.PersistedOperations;

public sealed class TrustedDocumentTests
{
    private const string Query = "query Q { a }";

    private const string NotFound =
        """{"errors":[{"message":"No document of this id is known.","extensions":{"code":"PERSISTED_DOCUMENT_NOT_FOUND"}}]}""";

    private static readonly string Hash = PersistedEngine.HashOf(Query);

    [Fact]
    public async Task A_document_is_known_by_its_id_and_by_the_hash_of_its_text()
    {
        var engine = new PersistedEngine();
        Assert.Empty(engine.Trust(("feed", Query)));
        Assert.Equal(PersistedEngine.Answer, await engine.SendAsync(documentId: "feed"));
        Assert.Equal(PersistedEngine.Answer, await engine.SendAsync(documentId: $"sha256:{Hash}"));
        Assert.Equal(PersistedEngine.Answer, await engine.SendAsync(documentId: Hash));
        Assert.Equal(PersistedEngine.Answer, await engine.SendAsync(hash: Hash));
        Assert.Equal(PersistedEngine.Answer, await engine.SendAsync(hash: "feed"));
        Assert.Equal(PersistedEngine.Answer, await engine.SendAsync(Query, hash: "feed"));
        Assert.Equal(NotFound, await engine.SendAsync(documentId: "Feed"));
        Assert.Equal(NotFound, await engine.SendAsync(documentId: $"md5:{Hash}"));
        Assert.Equal(NotFound, await engine.SendAsync(documentId: ""));
    }

    [Theory]
    [InlineData("Feed", " It was sent for the operation \\\"Feed\\\".")]
    [InlineData("010-1234-5678", "")]
    public async Task The_refusal_of_an_unknown_id_names_the_operation_if_it_is_a_name(string operationName, string sentence)
    {
        var refusal = await new PersistedEngine().SendAsync(documentId: "feed", operationName: operationName);
        Assert.StartsWith($$"""{"errors":[{"message":"No document of this id is known.{{sentence}}",""", refusal);
    }

    [Fact]
    public async Task A_text_that_was_only_sent_is_not_found_by_id()
    {
        var engine = new PersistedEngine();
        await engine.SendAsync(Query, Hash);
        Assert.Equal(NotFound, await engine.SendAsync(documentId: $"sha256:{Hash}"));
    }

    [Fact]
    public async Task What_clients_send_displaces_no_trusted_document()
    {
        var engine = new PersistedEngine(new PersistedOperationOptions { AutomaticDocuments = 1 });
        engine.Trust(("feed", Query));
        foreach (var text in new[] { "{ a a }", "{ a a a }", "{ a a a a }" })
            await engine.SendAsync(text, PersistedEngine.HashOf(text));
        Assert.Equal(PersistedEngine.Answer, await engine.SendAsync(documentId: "feed"));
    }

    [Fact]
    public async Task Every_problem_of_every_document_is_told_at_once_and_the_others_are_trusted()
    {
        var engine = new PersistedEngine();
        Assert.Equal(
            [
                "file: broken: Syntax Error: Expected Name, found <EOF>. (line 1, column 4)",
                "file: wrong: Cannot query field \"nothing\" on type \"Query\". (line 1, column 3)",
                "file: wrong: Cannot query field \"never\" on type \"Query\". (line 1, column 11)",
                "file: sha256:00: the id is not the hash of the text",
                "file: parts: Fragment \"f\" is never used. (line 1, column 1)",
                "file: good: the same id stands for another text, too",
            ],
            engine.Trust(
                ("broken", "{ a"), ("wrong", "{ nothing never }"), ("sha256:00", Query), ("parts", "fragment f on Query { a }"),
                ("good", Query), ("good", Query), ("good", "{ a }"), ($"sha256:{Hash}", Query)));
        Assert.Equal(2, engine.Trusted.Count);
        Assert.Equal(PersistedEngine.Answer, await engine.SendAsync(documentId: "good"));
        Assert.Equal(NotFound, await engine.SendAsync(documentId: "wrong"));
    }

    [Fact]
    public async Task Checking_changes_nothing()
    {
        var engine = new PersistedEngine();
        Assert.Single(engine.Trusted.Check([new("a", "{ x }", "file"), new("b", Query, "file")]));
        Assert.Equal(NotFound, await engine.SendAsync(documentId: "b"));
    }

    [Fact]
    public async Task Uses_are_counted_and_survive_a_replacement_that_keeps_the_document()
    {
        var engine = new PersistedEngine();
        engine.Trust(("feed", Query), ("other", "{ a }"));
        await engine.SendAsync(documentId: "feed");
        await engine.SendAsync(hash: Hash);
        engine.Trust(("feed", Query), ("third", "{ b: a }"));
        Assert.Equal(
            [new TrustedDocumentUse("feed", 2), new TrustedDocumentUse("third", 0)],
            engine.Trusted.Uses.OrderBy(use => use.Id, StringComparer.Ordinal));
        Assert.Equal(NotFound, await engine.SendAsync(documentId: "other"));
    }

    [Fact]
    public async Task Ids_are_swapped_as_a_whole_while_requests_run()
    {
        var engine = new PersistedEngine();
        engine.Trust(("feed", Query));
        var asking = Task.Run(async () =>
        {
            for (var turn = 0; turn < 500; turn++)
                Assert.Equal(PersistedEngine.Answer, await engine.SendAsync(documentId: "feed"));
        }, TestContext.Current.CancellationToken);
        for (var turn = 0; !asking.IsCompleted; turn++) engine.Trust(("feed", Query), ($"other{turn}", "{ a }"));
        await asking;
    }
}
