namespace Jobs.Api.Sentry;

/// <summary>How much of what did not reach Sentry, and why.</summary>
internal sealed record Loss(DiscardReason Reason, DataCategory Category, long Quantity);

/// <summary>The losses that Sentry is not told of yet. Numbers only, so there is always room for them.</summary>
internal sealed class ClientReports(SentryMetrics metrics)
{
    private readonly Lock gate = new();
    private Dictionary<(DiscardReason, DataCategory), long> losses = [];

    public bool IsEmpty
    {
        get
        {
            lock (gate) return losses.Count == 0;
        }
    }

    public void Add(DiscardReason reason, DataCategory category, long quantity = 1)
    {
        if (quantity <= 0) return;
        metrics.CountDiscarded(ProtocolName.Of(reason), category, quantity);
        lock (gate) AddLocked(reason, category, quantity);
    }

    public IReadOnlyList<Loss> Take()
    {
        lock (gate)
        {
            var taken = losses.Select(loss => new Loss(loss.Key.Item1, loss.Key.Item2, loss.Value)).ToList();
            losses = [];
            return taken;
        }
    }

    /// <summary>The report did not arrive: it is told with the next one.</summary>
    public void PutBack(IReadOnlyList<Loss> taken)
    {
        lock (gate)
            foreach (var loss in taken) AddLocked(loss.Reason, loss.Category, loss.Quantity);
    }

    private void AddLocked(DiscardReason reason, DataCategory category, long quantity) =>
        losses[(reason, category)] = losses.GetValueOrDefault((reason, category)) + quantity;
}
