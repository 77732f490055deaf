using System.Diagnostics;
using Jobs.Api.Sentry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jobs.Api.Tests.Sentry;

/// <summary>What happened before an error: told without anything that somebody sent.</summary>
public sealed partial class BreadcrumbTests : SentryTest
{
    [Fact]
    public async Task The_last_hundred_lines_are_kept_as_templates()
    {
        await using var host = await StartAsync();
        var logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Jobs.Schema");
        host.Services.GetRequiredService<Trails>().Begin();
        for (var number = 0; number < 150; number++) LogNumbered(logger, number, "canary-42");
        LogQuietly(logger);
        Time.Advance(TimeSpan.FromSeconds(1));
        LogLoudly(logger, "canary-43");
        await SendAsync(host);

        var item = Receiver.Items.Single();
        var values = item.At("breadcrumbs.values")!.Value;
        Assert.Equal(100, values.GetArrayLength());
        const string First = """
            {"timestamp": "2026-03-06T00:00:00Z", "type": "default", "level": "info", "category": "Jobs.Schema",
             "message": "Number {Number} of {Name}."}
            """;
        const string Last = """
            {"timestamp": "2026-03-06T00:00:01Z", "type": "default", "level": "warning", "category": "Jobs.Schema",
             "message": "Beware of {Name}."}
            """;
        Assert.Equal(JsonText.Of(First), JsonText.Of(item.Text("breadcrumbs.values.0")));
        Assert.Equal(JsonText.Of(Last), JsonText.Of(item.Text("breadcrumbs.values.99")));
        Assert.DoesNotContain("canary", Receiver.Received.Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finished_sentence_is_not_repeated()
    {
        await using var host = await StartAsync();
        var trails = host.Services.GetRequiredService<Trails>();
        trails.Begin();
        host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Somebody").Log(
            LogLevel.Information, new EventId(1, "Said"), "canary-42", null, (state, _) => state);
        Assert.Equal(("Somebody", "Said"), trails.Breadcrumbs().Select(crumb => (crumb.Category, crumb.Message)).Single());
    }

    [Fact]
    public async Task Branches_of_a_flow_share_its_trail_and_other_flows_have_their_own()
    {
        await using var host = await StartAsync();
        var trails = host.Services.GetRequiredService<Trails>();
        var logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Jobs.Schema");
        var counts = await Task.WhenAll(Enumerable.Range(1, 3).Select(flow => Task.Run(async () =>
        {
            trails.Begin();
            await Task.WhenAll(Enumerable.Range(0, flow * 10).Select(_ => Task.Run(() => LogNumbered(logger, 1, ""))));
            return trails.Breadcrumbs().Count;
        })));
        Assert.Equal([10, 20, 30], counts);
        Assert.Empty(trails.Breadcrumbs());
    }

    [Fact]
    public async Task Without_a_DSN_no_trail_begins_and_no_line_is_looked_at()
    {
        await using var off = Configure(("Dsn", ""));
        await using var on = Configure();
        foreach (var (host, isKept) in new[] { (off, false), (on, true) })
        {
            var trails = host.Services.GetRequiredService<Trails>();
            trails.Begin();
            using var provider = new BreadcrumbLogs(host.Services.GetRequiredService<SentryProject>(), trails);
            var logger = provider.CreateLogger("Jobs.Schema");
            Assert.Equal(isKept, logger.IsEnabled(LogLevel.Information));
            Assert.False(logger.IsEnabled(LogLevel.Debug));
            LogNumbered(logger, 1, "");
            Assert.Equal(isKept ? 1 : 0, trails.Breadcrumbs().Count);
        }
    }

    [Theory]
    [InlineData("SELECT id FROM job_posts WHERE id = $1", "SELECT job_posts")]
    [InlineData("  -- why\n/* and\nwhat */ insert into \"users\" (id) VALUES ($1)", "INSERT users")]
    [InlineData("UPDATE applications SET a = 'FROM secret' WHERE b", "UPDATE applications")]
    [InlineData("SELECT ' FROM secret' FROM users", "SELECT")]
    [InlineData("SELECT 1 FROM \"010-1234-5678\"", "SELECT")]
    [InlineData("WITH page AS (SELECT * FROM ONLY job_posts) SELECT * FROM page", "WITH job_posts")]
    [InlineData("COMMIT", "COMMIT")]
    [InlineData("미나 010-1234-5678", "SQL")]
    [InlineData("", "SQL")]
    public async Task Of_a_statement_only_the_verb_and_the_first_table_are_told(string sql, string expected)
    {
        await using var host = await StartAsync(("NameStatements", "true"));
        var trails = host.Services.GetRequiredService<Trails>();
        trails.Begin();
        using var source = new ActivitySource("Npgsql");
        source.StartActivity("command")?.SetTag("db.query.text", sql).Stop();
        Assert.Equal(("db", expected), trails.Breadcrumbs().Select(crumb => (crumb.Category, crumb.Message)).Single());
    }

    [Fact]
    public async Task A_statement_full_of_blanks_takes_no_time()
    {
        await using var host = await StartAsync(("NameStatements", "true"));
        var trails = host.Services.GetRequiredService<Trails>();
        trails.Begin();
        using var source = new ActivitySource("Npgsql");
        for (var number = 0; number < 100; number++)
            source.StartActivity("command")?.SetTag("db.query.text", new string(' ', 100_000) + "1").Stop();
        Assert.Equal(100, trails.Breadcrumbs().Count(crumb => crumb.Message == "SQL"));
    }

    [Fact]
    public async Task Where_no_trail_began_no_statement_is_kept()
    {
        await using var host = await StartAsync(("NameStatements", "true"));
        var trails = host.Services.GetRequiredService<Trails>();
        await Task.Run(trails.Begin, Cancellation); // Somebody else's.
        using var source = new ActivitySource("Npgsql");
        source.StartActivity("command")?.SetTag("db.query.text", "SELECT 1").Stop();
        Assert.Empty(trails.Breadcrumbs());
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Number {Number} of {Name}.")]
    private static partial void LogNumbered(ILogger logger, int number, string name);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Nobody wants to know.")]
    private static partial void LogQuietly(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Beware of {Name}.")]
    private static partial void LogLoudly(ILogger logger, string name);
}
