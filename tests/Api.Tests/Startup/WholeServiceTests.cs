using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Jobs.Testing;
using Npgsql;

namespace Jobs.Api.Tests.Startup;

/// <summary>The service as people start it, on a database that is empty at first.</summary>
public sealed class WholeServiceTests : IAsyncLifetime
{
    private readonly string name = $"start_{Guid.NewGuid():N}";
    private readonly string dataFolder = Path.Combine(Path.GetTempPath(), $"jobs-start-{Guid.NewGuid():N}");
    private readonly HttpClient http = new();
    private string connectionString = "";

    public async ValueTask InitializeAsync()
    {
        await TestCluster.ExecuteAsync($"CREATE DATABASE {name}");
        var cluster = await TestCluster.JoinAsync();
        connectionString = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Database = name }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await TestCluster.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
        if (Directory.Exists(dataFolder)) Directory.Delete(dataFolder, recursive: true);
    }

    [Fact(Timeout = 300_000)]
    public async Task In_Development_it_migrates_shows_samples_and_takes_its_own_tokens()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM on Windows.");
        using var service = ServiceProcess.Start(["--urls", "http://127.0.0.1:0"], Settings("Development"));
        http.BaseAddress = await service.ListeningAsync();
        var (exitCode, token, _) = await ServiceProcess.RunAsync(["token", "--user", "42"], Settings("Development"));
        Assert.Equal(0, exitCode);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());

        var answer = await SendAsync("{ viewer { user { displayName } } jobPosts(first: 3) { nodes { title } } }");
        Assert.Equal(3, answer["data.jobPosts.nodes"]!.AsArray().Count);
        Assert.NotNull(answer["data.viewer.user"]);
        var keyFile = Path.Combine(dataFolder, "development-signing-key");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(keyFile));
        Assert.Equal(0, await service.StopAsync());
    }

    [Fact(Timeout = 300_000)]
    public async Task In_Production_it_waits_for_migrate_and_then_is_ready()
    {
        using var service = ServiceProcess.Start(["--urls", "http://127.0.0.1:0"], Settings("Production"));
        http.BaseAddress = await service.ListeningAsync();
        while ((await ReadyAsync()).Text("reason") != "DATABASE_NOT_MIGRATED") // Two seconds may be too short for the first look.
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        Assert.Equal("INTERNAL_SERVER_ERROR", (await SendAsync("{ jobPosts { nodes { id } } }")).ErrorCode);

        var (exitCode, output, _) = await ServiceProcess.RunAsync(["migrate"], Settings("Production"));
        Assert.Equal((0, "The database is up to date now."), (exitCode, output.Trim()));
        Assert.Equal((0, "The database was up to date."), await MigrateAgainAsync());
        while ((await ReadyAsync()).Status != HttpStatusCode.OK)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        (await SendAsync("{ jobPosts { nodes { id } } }")).ShouldBe("""{"data":{"jobPosts":{"nodes":[]}}}""");
    }

    [Fact(Timeout = 300_000)]
    public async Task Import_prints_what_became_of_the_rows()
    {
        Directory.CreateDirectory(dataFolder);
        var file = Path.Combine(dataFolder, "unknown.csv");
        await File.WriteAllTextAsync(file, "no,such,format\n1,2,3\n", TestContext.Current.CancellationToken);
        var (exitCode, output, errors) = await ServiceProcess.RunAsync(["import", file], Settings("Development"));
        Assert.Equal(1, exitCode);
        Assert.Contains("Imported", output, StringComparison.Ordinal);
        Assert.Contains($"Not imported: {file}", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_check_finds_nothing_to_say() =>
        Assert.Equal((0, "schema.graphql and the code fit."), await RunAsync("schema", "check"));

    private Dictionary<string, string?> Settings(string environment) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = environment,
        ["ConnectionStrings__Jobs"] = connectionString,
        ["JOBS_DATA"] = dataFolder,
    };

    private Task<(int, string)> MigrateAgainAsync() => RunAsync("migrate");

    private async Task<(int, string)> RunAsync(params string[] arguments)
    {
        var (exitCode, output, _) = await ServiceProcess.RunAsync(arguments, Settings("Production"));
        return (exitCode, output.Trim());
    }

    private async Task<ApiResponse> ReadyAsync()
    {
        var address = new Uri("/health/ready", UriKind.Relative);
        using var response = await http.GetAsync(address, TestContext.Current.CancellationToken);
        return await ApiResponse.ReadAsync(response);
    }

    private async Task<ApiResponse> SendAsync(string query)
    {
        using var response = await http.PostAsJsonAsync("/graphql", new { query }, TestContext.Current.CancellationToken);
        return await ApiResponse.ReadAsync(response);
    }
}
