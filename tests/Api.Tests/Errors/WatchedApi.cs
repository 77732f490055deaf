using Jobs.GraphQL;
using Jobs.GraphQL.Binding;
using Jobs.GraphQL.DataLoading;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Jobs.Api.Tests.Errors;

/// <summary>A schema that breaks where it is asked to.</summary>
public sealed class WatchedApi : ReportingApi
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

    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
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
