using System.Collections.Concurrent;
using Jobs.Persistence;

namespace Jobs.Api.Triage;

/// <summary>When each release was first started anywhere: what is older than the release did not come with it.</summary>
internal sealed class ReleaseTimes
{
    private const int KeptMax = 1_000;
    private readonly ConcurrentDictionary<string, DateTimeOffset> starts = new();
    private ConcurrentDictionary<string, DateTimeOffset> untold = new();

    /// <summary>Null: nobody said.</summary>
    public double? AgeMinutes(string? release, DateTimeOffset now) =>
        release is not null && starts.TryGetValue(release, out var started) ? Math.Max(0, (now - started).TotalMinutes) : null;

    public void Note(string release, DateTimeOffset startedAt)
    {
        if (starts.Count >= KeptMax || !starts.TryAdd(release, startedAt)) return;
        untold.TryAdd(release, startedAt);
    }

    public IReadOnlyList<Release> Take() =>
    [
        .. Interlocked.Exchange(ref untold, new())
            .Select(release => new Release { Name = release.Key, StartedAt = release.Value }),
    ];

    public void PutBack(IEnumerable<Release> releases)
    {
        foreach (var release in releases) untold.TryAdd(release.Name, release.StartedAt);
    }

    public void Learn(IEnumerable<Release> releases)
    {
        foreach (var release in releases)
        {
            if (starts.Count >= KeptMax && !starts.ContainsKey(release.Name)) continue;
            starts.AddOrUpdate(
                release.Name, release.StartedAt, (_, known) => release.StartedAt < known ? release.StartedAt : known);
        }
    }
}
