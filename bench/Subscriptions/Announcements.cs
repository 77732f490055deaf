using Jobs.GraphQL.Subscriptions;

namespace Jobs.SubscriptionsBenchmark;

/// <summary>The fields of <c>Query</c>.</summary>
public static class AnnouncementQueries
{
    public static int Subscribers(Topic<string, string> topic) => topic.SubscriberCount;
}

/// <summary>The fields of <c>Mutation</c>.</summary>
public static class AnnouncementMutations
{
    public static int Announce(string text, Topic<string, string> topic)
    {
        topic.Publish(AnnouncementSubscriptions.Everybody, text);
        return topic.SubscriberCount;
    }
}

/// <summary>The fields of <c>Subscription</c>.</summary>
public static class AnnouncementSubscriptions
{
    public const string Everybody = "everybody";

    public static IAsyncEnumerable<string> Announced(Topic<string, string> topic, CancellationToken cancellationToken) =>
        topic.SubscribeAsync(Everybody, cancellationToken);
}
