using Jobs.Api.Tests.Startup;
using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Api.Tests.PersistedOperations;

/// <summary>The verb as a deployment calls it.</summary>
public sealed class TrustedDocumentsVerbTests(TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    private const string Good = """{"feed-1":"query Feed { __typename }","node-1":"query One { node(id: \"a\") { id } }"}""";
    private readonly DocumentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Documents_are_imported_reported_and_never_change_their_meaning()
    {
        var manifest = folder.Write("ios.json", Good);
        Assert.Equal((0, "2 documents added, 0 were there.", ""), await RunAsync("import", manifest));
        Assert.Equal((0, "0 documents added, 2 were there.", ""), await RunAsync("import", manifest));

        folder.Write("ios.json", Good.Replace("Feed", "Other", StringComparison.Ordinal));
        var (exitCode, _, errors) = await RunAsync("import", manifest);
        Assert.Equal(1, exitCode);
        Assert.Contains("table: feed-1: the same id stands for another text already", errors, StringComparison.Ordinal);

        await using (var db = database.DbFactory.CreateDbContext())
            await db.NoteTrustedDocumentUsesAsync(
                ["feed-1"], Seoul.Today(TimeProvider.System).AddDays(-40), TestContext.Current.CancellationToken);
        var (_, report, _) = await RunAsync("report", "--days", "30");
        Assert.Matches("""
            ^never       One +node-1  \(table, added \d{4}-\d\d-\d\d\)
            \d{4}-\d\d-\d\d  Feed +feed-1  \(table, added \d{4}-\d\d-\d\d\)
            2 documents are trusted; 2 of them were not used for 30 days\.$
            """, report);
        Assert.EndsWith("1 of them were not used for 50 days.", (await RunAsync("report", "--days", "50")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_problem_is_enough_to_import_nothing_and_all_of_them_are_printed()
    {
        var good = folder.Write("good.json", """{"good":"{ __typename }"}""");
        var bad = folder.Write("bad.graphql", "query Bad { nothing { id } never }");
        var worse = folder.Write("worse.json", "[]");
        var (exitCode, output, errors) = await RunAsync("import", good, bad, worse);
        Assert.Equal((1, ""), (exitCode, output));
        foreach (var expected in new[] { "Cannot query field \"nothing\"", "Cannot query field \"never\"", "worse.json: a manifest" })
            Assert.Contains(expected, errors, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed: 3 problems.", errors, StringComparison.Ordinal);
        await using var db = database.DbFactory.CreateDbContext();
        Assert.False(await db.TrustedDocuments.AnyAsync(
            document => document.Id == "good", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Checking_needs_no_database()
    {
        folder.Write("a.json", Good);
        var (exitCode, output, _) = await ServiceProcess.RunAsync(["trusted-documents", "check", folder.Path]);
        Assert.Equal((0, "2 documents fit schema.graphql."), (exitCode, output.Trim()));
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var (exitCode, output, errors) = await ServiceProcess.RunAsync(["trusted-documents", .. arguments], new()
        {
            ["ConnectionStrings__Jobs"] = database.ConnectionString,
            ["PersistedOperations__Table"] = "true",
        });
        return (exitCode, output.Trim().ReplaceLineEndings("\n"), errors.Trim());
    }
}
