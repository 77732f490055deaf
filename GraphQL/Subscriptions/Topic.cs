using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Jobs.GraphQL.Subscriptions;

/// <summary>
/// Events by key, for subscription fields: whoever publishes never waits, and each subscriber has a bounded buffer.
/// </summary>
/// <remarks>
/// It keeps nothing for later: who subscribes after an event has missed it. A subscriber that falls further behind than its
/// buffer holds is told so by the end of its subscription (<see cref="EventsLost"/>), because an event that is left out silently
/// would leave the client with a picture that is wrong and looks right.
/// </remarks>
public sealed class Topic<TKey, TEvent>(int bufferedEvents = 64)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, HashSet<Channel<TEvent>>> _subscribers = [];

    /// <summary>Subscriptions that run at this moment, for all keys.</summary>
    public int SubscriberCount
    {
        get
        {
            lock (_gate) return _subscribers.Values.Sum(subscribers => subscribers.Count);
        }
    }

    /// <summary>
    /// Hands an event to everybody who is subscribed to the key now. Readers go on elsewhere, not in this call.
    /// </summary>
    public void Publish(TKey key, TEvent published)
    {
        lock (_gate)
        {
            if (!_subscribers.TryGetValue(key, out var subscribers)) return;
            foreach (var subscriber in subscribers)
                if (!subscriber.Writer.TryWrite(published)) subscriber.Writer.TryComplete(EventsLost());
        }
    }

    /// <summary>The events of a key from this call on, until the token is cancelled or reading ends.</summary>
    public IAsyncEnumerable<TEvent> SubscribeAsync(TKey key, CancellationToken cancellationToken)
    {
        var subscriber = Channel.CreateBounded<TEvent>(new BoundedChannelOptions(bufferedEvents) { SingleReader = true });
        lock (_gate)
        {
            if (!_subscribers.TryGetValue(key, out var subscribers)) _subscribers.Add(key, subscribers = []);
            subscribers.Add(subscriber);
        }

        // Whoever gives up before the first read leaves too.
        var leaving = cancellationToken.UnsafeRegister(_ => Remove(key, subscriber), null);
        return ReadAsync(key, subscriber, leaving, cancellationToken);
    }

    private static GraphQLException EventsLost() =>
        new("Events came faster than they were read, and some are lost. Read the current state and subscribe again.",
            ErrorCodes.EventsLost);

    private async IAsyncEnumerable<TEvent> ReadAsync(
        TKey key, Channel<TEvent> subscriber, CancellationTokenRegistration leaving,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            while (await subscriber.Reader.WaitToReadAsync(cancellationToken))
                while (subscriber.Reader.TryRead(out var published)) yield return published;
        }
        finally
        {
            await leaving.DisposeAsync();
            Remove(key, subscriber);
        }
    }

    private void Remove(TKey key, Channel<TEvent> subscriber)
    {
        lock (_gate)
        {
            if (!_subscribers.TryGetValue(key, out var subscribers) || !subscribers.Remove(subscriber)) return;
            if (subscribers.Count == 0) _subscribers.Remove(key);
        }
    }
}
