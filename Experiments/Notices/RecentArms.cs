using System.Collections.Concurrent;

namespace Jobs.Experiments;

/// <summary>
/// Which arms people were given lately, so that an error can be told from which variant it comes. For those who watch over the
/// service: nothing that answers a request may ask.
/// </summary>
public sealed class RecentArms(TimeProvider time)
{
    private const int PeopleMax = 20_000;
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(30);
    private ConcurrentDictionary<long, Given> older = new();
    private ConcurrentDictionary<long, Given> newer = new();

    /// <summary>Pairs of an experiment's and a variant's key; none for somebody who was not seen lately.</summary>
    public IReadOnlyList<(string Experiment, string Variant)> Of(long userId) =>
        (newer.TryGetValue(userId, out var given) || older.TryGetValue(userId, out given)) && time.GetUtcNow() - given.At < Lately
            ? given.Arms : [];

    /// <summary>Testers and previews are not noted: they are not counted anywhere.</summary>
    internal void Note(long userId, IReadOnlyList<ShownNotice> arms)
    {
        if (newer.Count * 2 >= PeopleMax) (older, newer) = (newer, new());
        newer[userId] = new([.. arms.Select(arm => (arm.Experiment.Key, arm.Variant.Key))], time.GetUtcNow());
    }

    private sealed record Given(IReadOnlyList<(string Experiment, string Variant)> Arms, DateTimeOffset At);
}
