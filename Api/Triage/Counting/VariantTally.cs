using System.Collections.Concurrent;
using Jobs.Persistence;

namespace Jobs.Api.Triage;

/// <summary>Requests of people in experiments, by variant, on all instances as far as they told.</summary>
internal sealed class VariantTally
{
    // Experiments are the team's own, so these are floors under mistakes and no limits that anybody meets.
    private const int ExperimentsMax = 2_000;
    private const int VariantsMax = 50;

    private const int KeptHours = 7 * 24 + 4;
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, Counts>> experiments = new();

    public void Count(ViewerVariant shown, int hour)
    {
        if (Find(shown.Experiment, shown.Variant) is { } counts) counts.Count(hour);
    }

    /// <summary>Of each variant of an experiment, from an hour on.</summary>
    public Dictionary<string, long> Requests(string experiment, int since, int present) =>
        experiments.TryGetValue(experiment, out var variants)
            ? variants.ToDictionary(entry => entry.Key, entry => entry.Value.Since(since, present))
            : [];

    public IReadOnlyList<VariantHour> Take()
    {
        var rows = new List<VariantHour>();
        foreach (var (experiment, variants) in experiments)
            foreach (var (variant, counts) in variants) counts.Take(experiment, variant, rows);
        return rows;
    }

    public void PutBack(IEnumerable<VariantHour> rows)
    {
        foreach (var row in rows) Find(row.ExperimentKey, row.VariantKey)?.PutBack(row);
    }

    public void Learn(IEnumerable<VariantHour> rows)
    {
        foreach (var row in rows) Find(row.ExperimentKey, row.VariantKey)?.Learn(row);
    }

    private Counts? Find(string experiment, string variant)
    {
        if (!experiments.TryGetValue(experiment, out var variants))
        {
            if (experiments.Count >= ExperimentsMax) return null;
            variants = experiments.GetOrAdd(experiment, _ => new());
        }
        if (variants.TryGetValue(variant, out var counts)) return counts;
        return variants.Count >= VariantsMax ? null : variants.GetOrAdd(variant, _ => new());
    }

    private sealed class Counts
    {
        private readonly Lock gate = new();
        private readonly PeriodCounts requests = new(PeriodCounts.HourSeconds, KeptHours);
        private readonly Dictionary<int, int> untold = [];

        public void Count(int hour)
        {
            lock (gate)
            {
                requests.Add(hour, 1);
                untold[hour] = untold.GetValueOrDefault(hour) + 1;
            }
        }

        public long Since(int hour, int present)
        {
            lock (gate) return requests.Since(hour, present);
        }

        public void Take(string experiment, string variant, List<VariantHour> into)
        {
            lock (gate)
            {
                foreach (var (hour, count) in untold)
                {
                    into.Add(new()
                    {
                        ExperimentKey = experiment,
                        VariantKey = variant,
                        Hour = PeriodCounts.StartOfHour(hour),
                        Requests = count,
                    });
                }
                untold.Clear();
            }
        }

        public void PutBack(VariantHour row)
        {
            var hour = PeriodCounts.HourOf(row.Hour);
            lock (gate) untold[hour] = untold.GetValueOrDefault(hour) + (int)row.Requests;
        }

        public void Learn(VariantHour row)
        {
            var hour = PeriodCounts.HourOf(row.Hour);
            lock (gate) requests.Set(hour, (int)row.Requests + untold.GetValueOrDefault(hour));
        }
    }
}
