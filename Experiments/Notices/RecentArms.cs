namespace Jobs.Experiments;

/// <summary>
/// Which arms people were given lately, so that an error can be told from which variant it comes. For those who watch over the
/// service: nothing that answers a request may ask.
/// </summary>
public sealed class RecentArms(TimeProvider time)
{
    private const int PeopleMax = 20_000;
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(30);
    private readonly Lock gate = new();
    private Dictionary<long, Given> older = [];
    private Dictionary<long, Given> newer = [];
    private volatile bool isEmpty = true;

    /// <summary>Whether nobody was given any yet. Every request asks, so nobody waits for anybody.</summary>
    public bool IsEmpty => isEmpty;

    /// <summary>Pairs of an experiment's and a variant's key; none for somebody who was not seen lately.</summary>
    public IReadOnlyList<(string Experiment, string Variant)> Of(long userId)
    {
        Given? given;
        lock (gate)
        {
            if (!newer.TryGetValue(userId, out given) && !older.TryGetValue(userId, out given)) return [];
        }
        return time.GetUtcNow() - given.At < Lately ? given.Arms : [];
    }

    /// <summary>Testers and previews are not noted: they are not counted anywhere.</summary>
    internal void Note(long userId, IEnumerable<ShownNotice> arms)
    {
        var given = new Given([.. arms.Select(arm => (arm.Experiment.Key, arm.Variant.Key))], time.GetUtcNow());
        lock (gate)
        {
            newer[userId] = given;
            isEmpty = false;
            if (newer.Count * 2 >= PeopleMax) (older, newer) = (newer, []); // Bounded, as RecentKeys is.
        }
    }

    private sealed record Given(IReadOnlyList<(string Experiment, string Variant)> Arms, DateTimeOffset At);
}
