using Jobs.Api.Tests.Startup;
using Jobs.Testing;
using Npgsql;

namespace Jobs.Api.Tests.Errors;

/// <summary>A service that cannot start tells Sentry before it ends.</summary>
public sealed class FailedStartTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_start_that_fails_is_sent_before_the_process_is_gone()
    {
        await using var receiver = await SentryReceiver.StartAsync();
        var folder = Directory.CreateTempSubdirectory("jobs-start-");
        try
        {
            var (exitCode, _, errors) = await ServiceProcess.RunAsync(["--urls", "http://127.0.0.1:0"], new()
            {
                ["JOBS_DATA"] = folder.FullName,
                ["Sentry__Dsn"] = receiver.Dsn,
                ["Sentry__RequestSecondsMax"] = "60",
                ["Sentry__ShutdownSeconds"] = "60",
                ["ConnectionStrings__Jobs"] = new NpgsqlConnectionStringBuilder(database.ConnectionString)
                {
                    Password = "not-the-password",
                    Username = "nobody_of_that_name",
                }.ConnectionString,
            });
            Assert.NotEqual(0, exitCode);
            Assert.Contains("PostgreSQL refuses", errors, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        var error = Assert.Single(receiver.ItemsOf("event"));
        Assert.Equal(("startup", "actNow"), (error.Text("tags.source"), error.Text("tags.triage")));
        Assert.DoesNotContain(receiver.Received, envelope => envelope.Text.Contains("not-the-password", StringComparison.Ordinal)
            || envelope.Text.Contains("nobody_of_that_name", StringComparison.Ordinal));
    }
}
