using Jobs.Api.SignIn;
using Jobs.Api.Startup;
using Jobs.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Jobs.Testing;

/// <summary>
/// The whole service on a port of its own, over a database of its own: <c>IClassFixture&lt;ApiDriver&gt;</c>, then
/// <c>api.As(viewer: 7).SendAsync(operation, variables)</c>.
/// </summary>
public class ApiDriver : IAsyncLifetime
{
    private const string Issuer = "tests";
    private const string SigningKey = "the tests' own secret, long enough for HS256";
    private readonly TestDatabase database = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobs-tests-");
    private WebApplication? app;

    public FakeTimeProvider Time { get; } = new();

    public TestDatabase Database => database;

    /// <summary>What the service has logged so far, as one text.</summary>
    public LoggedLines Log { get; } = new();

    /// <summary>For tests about HTTP itself; it follows no redirects and sends nothing that a test did not ask for.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    protected virtual string EnvironmentName => Environments.Production;

    public IServiceProvider Services => app!.Services;

    public ApiViewer Anonymous => new(Http, token: null);

    /// <summary>A signed-in person whose user id is this number.</summary>
    public ApiViewer As(long viewer, string? role = null) =>
        new(Http, TokenOf(viewer, Time.UtcNow, role), () => EnsureUserAsync(viewer));

    public static string TokenOf(long viewer, DateTimeOffset at, string? role = null) => DevelopmentIssuer.CreateToken(
        SigningKey, $"{viewer}", role, at, TimeSpan.FromHours(1), Issuer);

    public async Task<T> InsertAsync<T>(T entity)
        where T : class
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<JobsDb>>().CreateDbContextAsync();
        db.Add(entity);
        await db.SaveChangesAsync();
        return entity;
    }

    public virtual async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        // Explicit ids of tests come first, generated ones far behind them.
        await using (var command = database.DataSource.CreateCommand("ALTER TABLE users ALTER COLUMN id RESTART WITH 1000000"))
            await command.ExecuteNonQueryAsync();
        app = await StartAsync(folder);
        Http.BaseAddress = new Uri(app.Urls.Single());
    }

    /// <summary>A further instance over the same database and by the same clock, as behind a load balancer.</summary>
    public async Task<ApiInstance> StartAnotherAsync(params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var own = folder.CreateSubdirectory($"{Guid.NewGuid():n}");
        return new(await StartAsync(own, settings), viewer => TokenOf(viewer, Time.UtcNow), EnsureUserAsync);
    }

    public virtual async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (app is not null)
        {
            await app.StopAsync(); // Disposing alone does not wait for what works in the background and may write a file.
            await app.DisposeAsync();
        }
        await database.DisposeAsync();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A test's own settings and services.</summary>
    protected virtual void Configure(WebApplicationBuilder builder)
    {
    }

    private async Task<WebApplication> StartAsync(DirectoryInfo own, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = JobsService.CreateBuilder(["--urls", "http://127.0.0.1:0", "--environment", EnvironmentName]);
        builder.Configuration.AddInMemoryCollection(Settings(own));
        builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(Time);
        Configure(builder);
        builder.Configuration.AddInMemoryCollection(settings);
        var instance = JobsService.Build(builder);
        await StartupSteps.RunAsync(instance, CancellationToken.None);
        await instance.StartAsync();
        return instance;
    }

    private Dictionary<string, string?> Settings(DirectoryInfo own) => new()
    {
        ["ConnectionStrings:Jobs"] = database.ConnectionString,
        ["GraphQL:ExecutionSecondsMax"] = "300", // By a clock that no test moves.
        ["Experiments:Folder"] = own.FullName,
        ["Auth:Issuers:0:Issuer"] = Issuer,
        ["Auth:Issuers:0:Audience"] = DevelopmentIssuer.Audience,
        ["Auth:Issuers:0:SigningKey"] = SigningKey,
    };

    private async Task EnsureUserAsync(long id)
    {
        await using var command = database.DataSource.CreateCommand("""
            INSERT INTO users (
                id, issuer, subject, display_name, share_phone_number, available_days, available_bands, created_at, version)
            VALUES ($1, $2, $1::text, 'Viewer ' || $1, false, 0, 0, $3, 1) ON CONFLICT DO NOTHING
            """);
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(Issuer);
        command.Parameters.AddWithValue(Time.UtcNow);
        await command.ExecuteNonQueryAsync();
    }
}
