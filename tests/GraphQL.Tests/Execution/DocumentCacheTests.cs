using System.Text;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Tests.Execution;

public sealed class DocumentCacheTests
{
    private static readonly GraphQLSchema Schema = SchemaBuilder.Build(Parser.Parse("type Query { a: Int }")).Schema!;

    [Fact]
    public void A_document_is_found_by_its_text()
    {
        var cache = new DocumentCache<DocumentText>(maxDocuments: 10, maxBytes: 1000);
        var document = Document();
        cache.Add(Text("{ a }"), 5, document);
        Assert.True(cache.TryGet(Text("{ a }"), out var found));
        Assert.Same(document, found);
        Assert.False(cache.TryGet(Text("{a}"), out _));
    }

    [Fact]
    public void The_one_not_used_for_longest_makes_room()
    {
        var cache = new DocumentCache<DocumentText>(maxDocuments: 2, maxBytes: 1000);
        cache.Add(Text("1"), 1, Document());
        cache.Add(Text("2"), 1, Document());
        cache.TryGet(Text("1"), out _);
        cache.Add(Text("3"), 1, Document());
        Assert.True(cache.TryGet(Text("1"), out _));
        Assert.False(cache.TryGet(Text("2"), out _));
        Assert.True(cache.TryGet(Text("3"), out _));
    }

    [Fact]
    public void All_texts_together_have_a_limit()
    {
        var cache = new DocumentCache<DocumentText>(maxDocuments: 100, maxBytes: 10);
        cache.Add(Text("11111"), 5, Document());
        cache.Add(Text("22222"), 5, Document());
        cache.Add(Text("3"), 1, Document());
        cache.Add(Text("44444444444"), 11, Document());
        Assert.False(cache.TryGet(Text("11111"), out _));
        Assert.True(cache.TryGet(Text("22222"), out _));
        Assert.True(cache.TryGet(Text("3"), out _));
        Assert.False(cache.TryGet(Text("44444444444"), out _));
    }

    [Fact]
    public void Adding_the_same_document_twice_keeps_one()
    {
        var cache = new DocumentCache<DocumentText>(maxDocuments: 2, maxBytes: 1000);
        cache.Add(Text("1"), 1, Document());
        cache.Add(Text("1"), 1, Document());
        cache.Add(Text("2"), 1, Document());
        Assert.True(cache.TryGet(Text("1"), out _));
    }

    [Fact]
    public void What_made_room_is_not_found_though_it_was_the_last_one()
    {
        var cache = new DocumentCache<DocumentText>(maxDocuments: 1, maxBytes: 1000);
        cache.Add(Text("1"), 1, Document());
        Assert.True(cache.TryGet(Text("1"), out _));
        cache.Add(Text("2"), 1, Document());
        Assert.False(cache.TryGet(Text("1"), out _));
        Assert.True(cache.TryGet(Text("2"), out _));
        var none = new DocumentCache<DocumentText>(maxDocuments: 0, maxBytes: 1000);
        none.Add(Text("1"), 1, Document());
        Assert.False(none.TryGet(Text("1"), out _));
    }

    private static DocumentText Text(string text) => new(Encoding.UTF8.GetBytes(text));

    private static PreparedDocument Document() => new(Schema, Parser.Parse("{ a }"));
}
