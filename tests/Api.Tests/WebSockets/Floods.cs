using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Jobs.Api.Tests.WebSockets;

/// <summary>Sources that never wait: how far each was pulled, and whether it was let go.</summary>
public sealed class Floods
{
    private readonly ConcurrentDictionary<string, Flood> floods = new();

    public Flood this[string name] => floods.GetOrAdd(name, _ => new Flood());

    public async IAsyncEnumerable<string> SubscribeAsync(
        string name, int events, int characters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var flood = this[name];
        var text = new string('x', characters);
        try
        {
            for (var i = 0; i < events && !cancellationToken.IsCancellationRequested; i++)
            {
                flood.Count();
                yield return text;
            }
            await Task.CompletedTask;
        }
        finally
        {
            flood.LetGo.TrySetResult();
        }
    }

    /// <summary>One of them.</summary>
    public sealed class Flood
    {
        private int events;

        public int Events => Volatile.Read(ref events);

        public TaskCompletionSource LetGo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Count() => Interlocked.Increment(ref events);
    }
}
