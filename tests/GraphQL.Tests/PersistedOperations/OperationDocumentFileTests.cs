using System.Text;
using Jobs.GraphQL.PersistedOperations;

namespace Jobs.GraphQL.Tests.PersistedOperations;

public sealed class OperationDocumentFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("jobs-documents-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("""{"0cc175b9c0f1b6a831c399e269772661":"query A { a }","sha256:77":"query B { b }"}""")]
    [InlineData("""
        {"format":"apollo-persisted-query-manifest","version":1,"operations":[
            {"id":"0cc175b9c0f1b6a831c399e269772661","name":"A","type":"query","body":"query A { a }"},
            {"id":"sha256:77","name":"B","type":"query","body":"query B { b }","clientName":"ios"}]}
        """)]
    public void The_manifests_of_Relay_of_graphql_codegen_and_of_Apollo_are_read(string manifest)
    {
        Write("web/manifest.json", manifest);
        var origin = Path.Combine("web", "manifest.json");
        var found = OperationDocumentFiles.Read(folder);
        Assert.Empty(found.Problems);
        Assert.Equal(
            [
                new OperationDocument("0cc175b9c0f1b6a831c399e269772661", "query A { a }", origin),
                new OperationDocument("sha256:77", "query B { b }", origin),
            ],
            found.Documents);
    }

    [Fact]
    public void A_document_file_is_known_by_the_hash_of_its_text()
    {
        const string Text = "query 이름 { a }\n";
        Write("a.graphql", Text);
        Write("b.GQL", "\uFEFF{ b }");
        Write("readme.md", "no document");
        Assert.Equal(
            [
                new OperationDocument(PersistedEngine.HashOf(Text), Text, "a.graphql"),
                new OperationDocument(PersistedEngine.HashOf("{ b }"), "{ b }", "b.GQL"),
            ],
            OperationDocumentFiles.Read(folder).Documents);
    }

    [Fact]
    public void A_single_file_is_read_too()
    {
        var file = Write("a.graphql", "{ a }");
        Assert.Equal(file, Assert.Single(OperationDocumentFiles.Read(file).Documents).Origin);
    }

    [Theory]
    [InlineData("""["query A { a }"]""", "m.json: a manifest is a JSON object")]
    [InlineData("""{"a":"{ a }","b":7}""", "m.json: b: the document must be a text")]
    [InlineData("""{"format":"apollo-persisted-query-manifest","version":2,"operations":[]}""",
        "m.json: only version 1 of apollo-persisted-query-manifest is known")]
    [InlineData("""{"format":"apollo-persisted-query-manifest","version":1}""", "m.json: there is no list of operations")]
    [InlineData("""{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":"a"}]}""",
        "m.json: operations[0]: it needs the texts \"id\" and \"body\"")]
    public void What_is_no_manifest_is_a_problem_with_its_place(string manifest, string expected)
    {
        Write("m.json", manifest);
        Assert.Equal(expected, Assert.Single(OperationDocumentFiles.Read(folder).Problems).ToString());
    }

    [Theory]
    [InlineData("""{"a":"1","a":"2"}""")]
    [InlineData("{\"a\":")]
    [InlineData("""{"a":"\ud800"}""")]
    public void What_is_no_proper_JSON_is_a_problem_of_the_file(string json)
    {
        Write("m.json", json);
        Assert.StartsWith(
            "m.json: this is no JSON:", Assert.Single(OperationDocumentFiles.Read(folder).Problems).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_no_text_or_not_there_are_problems()
    {
        File.WriteAllBytes(Path.Combine(folder, "a.graphql"), [0x7B, 0xFF, 0x7D]);
        var nowhere = Path.Combine(folder, "nowhere");
        Assert.Equal(
            ["a.graphql: the file is not UTF-8", $"{nowhere}: there is no such file or folder"],
            OperationDocumentFiles.Read(folder, nowhere).Problems.Select(problem => problem.ToString()));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text));
        return path;
    }
}
