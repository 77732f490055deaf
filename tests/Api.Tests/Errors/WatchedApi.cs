using Jobs.Api.Errors;
using Jobs.Api.Sentry;
using Jobs.GraphQL;
using Jobs.GraphQL.Binding;
using Jobs.GraphQL.DataLoading;
using Jobs.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Jobs.Api.Tests.Errors;

/// <summary>The service with a receiver of Sentry's protocol beside it, and a schema that breaks where it is asked to.</summary>
public sealed class WatchedApi : ApiDriver
{
    private const string Sdl = """
        directive @corePath on FIELD_DEFINITION
        type Query {
          feed: Feed! @corePath
          brokenFeed(text: String): Feed @corePath
          badges(count: Int!): [Badge!]!
          refused: Int
          logged(text: String): Int
          gone: Int
        }
        type Mutation { apply(text: String): Int! @corePath  rename(text: String): Int }
        type Feed { rating(text: String): Int }
        type Badge { label: String }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobs-errors-");
    private SentryReceiver? receiver;

    public SentryReceiver Receiver => receiver!;

    /// <summary>The events of what is done, and nothing that came before.</summary>
    public async Task<IReadOnlyList<ReceivedItem>> EventsOfAsync(Func<Task> act)
    {
        await FlushAsync();
        var before = Receiver.ItemsOf("event").Count;
        await act();
        await FlushAsync();
        return [.. Receiver.ItemsOf("event").Skip(before)];
    }

    public async Task FlushAsync() =>
        Assert.True(await Services.GetRequiredService<SentryClient>().FlushAsync(TimeSpan.FromSeconds(30)));

    public override async ValueTask InitializeAsync()
    {
        receiver = await SentryReceiver.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Receiver.DisposeAsync();
        folder.Delete(recursive: true);
    }

    protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Sentry:Dsn"] = Receiver.Dsn,
            ["Sentry:Release"] = "jobs@7.1.0",
            ["Sentry:BufferFolder"] = folder.FullName,
        });
        builder.Services.AddSingleton<ILoggerProvider, ErrorLogs>(); // The driver has taken all of them away but its own.
        builder.Services.AddScoped<LabelByBadge>();
        builder.Services.Replace(ServiceDescriptor.Singleton(services => GraphQLEngine.Create(
            Sdl,
            new SchemaBinding().AddTypes(typeof(Feed), typeof(Badge))
                .AddResolvers(typeof(BreakingQueries), typeof(BreakingMutations), typeof(FeedResolvers), typeof(BadgeResolvers))
                .IsService(services.GetRequiredService<IServiceProviderIsService>().IsService),
            new GraphQLEngineOptions { ErrorFilter = ErrorPresenter.Present })));
    }
}

/// <summary>A page of posts.</summary>
public sealed record Feed;

/// <summary>What stands on a post.</summary>
public sealed record Badge(int Number);

/// <summary>The fields of <c>Query</c>.</summary>
public static partial class BreakingQueries
{
    public static Feed Feed() => new();

    public static Feed? BrokenFeed(string? text) => throw new InvalidOperationException($"The index knows no '{text}'.");

    public static IReadOnlyList<Badge> Badges(int count) => [.. Enumerable.Range(0, count).Select(number => new Badge(number))];

    public static int? Refused() => throw new GraphQLException("Not now.", "BAD_USER_INPUT");

    public static int? Gone() => throw new OperationCanceledException("The caller has hung up.");

    public static int? Logged(string? text, ILogger<WatchedApi> logger)
    {
        LogTrouble(logger, text);
        return 1;
    }

    [LoggerMessage(EventId = 900, EventName = "IndexStale", Level = LogLevel.Error, Message = "The index of {Text} is stale.")]
    private static partial void LogTrouble(ILogger logger, string? text);
}

/// <summary>The fields of <c>Mutation</c>.</summary>
public static class BreakingMutations
{
    public static int Apply(string? text) => throw new InvalidOperationException($"Not stored: '{text}'.");

    public static int? Rename(string? text) => throw new InvalidOperationException($"Not renamed: '{text}'.");
}

/// <summary>The fields of <c>Feed</c>.</summary>
public static class FeedResolvers
{
    public static int? Rating(Feed feed, string? text) => throw new TimeZoneNotFoundException($"No ratings for '{text}'.");
}

/// <summary>The fields of <c>Badge</c>.</summary>
public static class BadgeResolvers
{
    public static Task<string?> Label(Badge badge, LabelByBadge labels) => labels.LoadAsync(badge.Number);
}

/// <summary>A loader whose source is away.</summary>
public sealed class LabelByBadge(BatchScheduler scheduler) : DataLoader<int, string>(scheduler)
{
    protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(
        IReadOnlyCollection<int> keys, CancellationToken cancellationToken) =>
        throw new InvalidTimeZoneException("Labels are away.");
}
