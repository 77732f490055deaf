namespace Jobs.Api.Sentry;

/// <summary>Something to be sent that is not written yet: writing it is not the calling thread's business.</summary>
internal sealed record QueuedItem(DataCategory Category, object Content, DateTimeOffset At);

/// <summary>What waits in memory, bounded for each category on its own. Full, it gives up the oldest.</summary>
internal sealed class SendQueue
{
    private const int SessionsMax = 60;
    private readonly Lock gate = new();
    private readonly ClientReports reports;
    private readonly (LinkedList<QueuedItem> Items, int Max)[] lanes;

    public SendQueue(SentryOptions options, ClientReports reports)
    {
        this.reports = reports;
        lanes = [.. Enum.GetValues<DataCategory>().Select(category => (new LinkedList<QueuedItem>(), category switch
        {
            DataCategory.Error => options.ErrorsQueuedMax,
            DataCategory.Monitor => options.CheckInsQueuedMax,
            _ => SessionsMax,
        }))];
    }

    public int Count
    {
        get
        {
            lock (gate) return lanes.Sum(lane => lane.Items.Count);
        }
    }

    public DateTimeOffset? Oldest
    {
        get
        {
            lock (gate) return lanes.Min(lane => lane.Items.First?.Value.At);
        }
    }

    public void Add(QueuedItem item)
    {
        lock (gate)
        {
            var (items, max) = lanes[(int)item.Category];
            items.AddLast(item);
            if (items.Count <= max) return;
            items.RemoveFirst();
        }

        reports.Add(DiscardReason.QueueOverflow, item.Category);
    }

    /// <summary>It could not be sent: it is the oldest again, and the one to go if there is no room any more.</summary>
    public void PutBack(QueuedItem item)
    {
        lock (gate)
        {
            var (items, max) = lanes[(int)item.Category];
            if (items.Count < max)
            {
                items.AddFirst(item);
                return;
            }
        }

        reports.Add(DiscardReason.QueueOverflow, item.Category);
    }

    /// <summary>Errors first, the oldest of them first.</summary>
    public QueuedItem? Take()
    {
        lock (gate)
        {
            foreach (var (items, _) in lanes)
            {
                if (items.First is not { } first) continue;
                items.RemoveFirst();
                return first.Value;
            }

            return null;
        }
    }
}
