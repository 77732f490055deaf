using System.Net;
using System.Net.Sockets;
using Jobs.Testing;
using Npgsql;

namespace Jobs.Api.Tests.Startup;

/// <summary>Starts that cannot succeed: one sentence, no stack trace, an exit code that is not zero.</summary>
public sealed class RefusedStartTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Database=x;Username=x;Password=x";

    [Theory]
    [InlineData("GraphQL__BodyByteMax", "7", "the section GraphQL has no setting 'BodyByteMax'")]
    [InlineData("GraphQL__BodyBytesMax", "7", "The field BodyBytesMax must be between 1024 and 16777216.")]
    [InlineData("GraphQL__BodyBytesMax", "many", "BodyBytesMax")]
    [InlineData("GraphQL__AllowedOrigins__0", "https://jobs.example/", "GraphQL:AllowedOrigins: An origin looks like")]
    [InlineData("GraphQL__AllowedOrigins__0", "*", "GraphQL:AllowedOrigins: An origin looks like")]
    [InlineData("Auth__Issuers__0__Isuer", "x", "no setting 'Isuer'")]
    [InlineData("Auth__Issuers__0__Issuer", "x", "Auth:Issuers:0 needs either SigningKey or MetadataAddress.")]
    [InlineData("Auth__Issuers__0__SigningKey", "too short", "An HS256 key needs at least 256 bits")]
    [InlineData("Auth__Issuers__0__MetadataAddress", "http://login.example/", "must be an https address")]
    [InlineData("Auth__Issuers__0__Issuer", "jobs-development", "reserved for the service's own tokens")]
    [InlineData("Auth__DevelopmentKey", "a development key, of thirty-two bytes", "Auth:DevelopmentKey is set")]
    [InlineData("Site__Address", "http://jobs.example", "Site:Address must be an https address")]
    [InlineData("Mixpanel__Tokn", "x", "the section Mixpanel has no setting 'Tokn'")]
    [InlineData("Mixpanel__Token", "no token", "Mixpanel:Token: must be a project's token.")]
    [InlineData("Mixpanel__ApiHost", "http://api.mixpanel.com", "Mixpanel:ApiHost must be an address such as")]
    [InlineData("Mixpanel__ServiceAccount", "x", "a service account is ServiceAccount, ServiceAccountSecret and ProjectId")]
    [InlineData("Mixpanel__BatchEventsMax", "2001", "must be between 1 and 2000")]
    [InlineData("Sentry__Dns", "x", "the section Sentry has no setting 'Dns'")]
    [InlineData("Sentry__Dsn", "my-secret-key", "Sentry:Dsn must be an address such as https://PUBLICKEY@HOST/PROJECT.")]
    [InlineData("Sentry__WebAddress", "https://sentry.io/organizations/jobs", "Sentry:WebAddress must be an address that ends with a slash")]
    [InlineData("Sentry__WebAddress", "https://sentry.io/?x=/", "Sentry:WebAddress must be an address that ends with a slash")]
    [InlineData("Sentry__WebAddress", "javascript:alert(1)/", "Sentry:WebAddress must be an address that ends with a slash")]
    [InlineData("Sentry__Release", "a/b", "Sentry:Release: must be a word of up to 200 characters without slashes.")]
    [InlineData("Sentry__ErrorsQueuedMax", "99", "must be between 100 and 10000")]
    [InlineData("Sentry__TracesOverOtlp", "true", "Sentry:TracesOverOtlp needs Sentry:Dsn.")]
    [InlineData("Sentry__BackOffSecondsMax", "0.5", "Sentry:BackOffSecondsMax must not be less than BackOffSeconds.")]
    [InlineData("Sentry__TracePropagationTargets__0", "ads", "Sentry:TracePropagationTargets must be addresses such as")]
    [InlineData("ConnectionStrings__Jobs", "nonsense", "ConnectionStrings__Jobs is no connection string")]
    public async Task A_setting_that_cannot_be_is_named(string name, string value, string expected) =>
        await AssertRefusedAsync(expected, [], new() { [name] = value });

    [Fact]
    public async Task A_wrong_password_is_named() => await AssertRefusedAsync(
        "PostgreSQL refuses the user or password of ConnectionStrings__Jobs.", [], new()
        {
            ["ConnectionStrings__Jobs"] = new NpgsqlConnectionStringBuilder(database.ConnectionString)
            {
                Password = "wrong",
            }.ConnectionString,
        });

    [Fact]
    public async Task A_database_that_does_not_exist_is_named() => await AssertRefusedAsync(
        "The database that ConnectionStrings__Jobs names does not exist", [], new()
        {
            ["ConnectionStrings__Jobs"] = new NpgsqlConnectionStringBuilder(database.ConnectionString)
            {
                Database = "nowhere",
            }.ConnectionString,
        });

    [Fact]
    public async Task A_server_that_does_not_answer_is_named() =>
        await AssertRefusedAsync("No PostgreSQL answers", ["migrate"], new() { ["ConnectionStrings__Jobs"] = Nowhere });

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        await AssertRefusedAsync("address already in use", ["--urls", address],
            new() { ["ConnectionStrings__Jobs"] = database.ConnectionString });
    }

    [Fact]
    public async Task An_unknown_verb_shows_the_known_ones()
    {
        var (exitCode, output, errors) = await ServiceProcess.RunAsync(["serv"]);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("'serv'", errors, StringComparison.Ordinal);
        foreach (var verb in new[] { "import", "migrate", "token", "schema" })
            Assert.Contains(verb, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_Development_no_token_is_printed()
    {
        var (exitCode, output, _) = await ServiceProcess.RunAsync(["token", "--user", "7"]);
        Assert.Equal((1, ""), (exitCode, output));
    }

    private static async Task AssertRefusedAsync(string expected, string[] arguments, Dictionary<string, string?> environment)
    {
        environment.TryAdd("ConnectionStrings__Jobs", Nowhere);
        environment.TryAdd("ASPNETCORE_URLS", "http://127.0.0.1:0");
        var (exitCode, output, errors) = await ServiceProcess.RunAsync(arguments, environment);
        Assert.Equal(1, exitCode);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
        Assert.DoesNotContain("my-secret-key", output + errors, StringComparison.Ordinal);
    }
}
