using Jobs.GraphQL.Subscriptions;

namespace Jobs.GraphQL.Tests.Subscriptions;

/// <summary>Who gets which events, and what happens to those who do not read them.</summary>
public sealed class TopicTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_subscriber_of_a_key_gets_its_events_in_order_and_no_others()
    {
        var topic = new Topic<string, int>();
        var first = topic.SubscribeAsync("a", None);
        var second = topic.SubscribeAsync("a", None);
        topic.Publish("b", 9);
        topic.Publish("a", 1);
        topic.Publish("a", 2);
        Assert.Equal([1, 2], await first.Take(2).ToListAsync(None));
        Assert.Equal([1, 2], await second.Take(2).ToListAsync(None));
    }

    [Fact]
    public async Task Events_count_from_the_call_on_and_not_from_the_first_read()
    {
        var topic = new Topic<string, int>();
        topic.Publish("a", 1);
        var late = topic.SubscribeAsync("a", None);
        topic.Publish("a", 2);
        Assert.Equal([2], await late.Take(1).ToListAsync(None));
    }

    [Fact]
    public async Task A_subscriber_that_falls_behind_reads_what_it_has_and_then_learns_that_events_are_lost()
    {
        var topic = new Topic<string, int>(bufferedEvents: 2);
        await using var reader = topic.SubscribeAsync("a", None).GetAsyncEnumerator(None);
        for (var i = 1; i <= 3; i++) topic.Publish("a", i);
        Assert.True(await reader.MoveNextAsync());
        Assert.True(await reader.MoveNextAsync());
        var lost = await Assert.ThrowsAsync<GraphQLException>(async () => await reader.MoveNextAsync());
        Assert.Equal(ErrorCodes.EventsLost, lost.Code);
        Assert.Equal(0, topic.SubscriberCount);
    }

    [Fact]
    public async Task Whoever_stops_reading_leaves()
    {
        var topic = new Topic<string, int>();
        var reader = topic.SubscribeAsync("a", None).GetAsyncEnumerator(None);
        topic.Publish("a", 1);
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal(1, topic.SubscriberCount);
        await reader.DisposeAsync();
        Assert.Equal(0, topic.SubscriberCount);
    }

    [Fact]
    public async Task Whoever_gives_up_before_the_first_read_leaves_too()
    {
        var topic = new Topic<string, int>();
        using var givingUp = CancellationTokenSource.CreateLinkedTokenSource(None);
        _ = topic.SubscribeAsync("a", givingUp.Token);
        Assert.Equal(1, topic.SubscriberCount);
        await givingUp.CancelAsync();
        Assert.Equal(0, topic.SubscriberCount);
    }
}
