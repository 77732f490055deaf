using System.Collections.Concurrent;
using Jobs.Persistence;

namespace Jobs.Api.Triage;

/// <summary>Requests of people in experiments, by variant, on all instances as far as they told.</summary>
internal sealed class VariantTally
{
    /// <summary>Experiments are the team's own, so this is a floor under mistakes and no limit that anybody meets.</summary>
    private const int VariantsMax = 5_000;

    private const int KeptHours = 7 * 24 + 4;
    private readonly ConcurrentDictionary<ViewerVariant, Counts> variants = new();

    public void Count(ViewerVariant variant, int hour)
    {
        if (Find(variant) is { } counts) counts.Count(hour);
    }

    /// <summary>Of each variant of an experiment, from an hour on.</summary>
    public Dictionary<string, long> Requests(string experiment, int since, int present) =>
        variants.Where(entry => entry.Key.Experiment == experiment)
            .ToDictionary(entry => entry.Key.Variant, entry => entry.Value.Since(since, present));

    public IReadOnlyList<VariantHour> Take()
    {
        var rows = new List<VariantHour>();
        foreach (var (variant, counts) in variants) counts.Take(variant, rows);
        return rows;
    }

    public void PutBack(IEnumerable<VariantHour> rows)
    {
        foreach (var row in rows) Find(Of(row))?.PutBack(row);
    }

    public void Learn(IEnumerable<VariantHour> rows)
    {
        foreach (var row in rows) Find(Of(row))?.Learn(row);
    }

    private static ViewerVariant Of(VariantHour row) => new(row.ExperimentKey, row.VariantKey);

    private Counts? Find(ViewerVariant variant)
    {
        if (variants.TryGetValue(variant, out var counts)) return counts;
        return variants.Count >= VariantsMax ? null : variants.GetOrAdd(variant, _ => new Counts());
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

        public void Take(ViewerVariant variant, List<VariantHour> into)
        {
            lock (gate)
            {
                foreach (var (hour, count) in untold)
                {
                    into.Add(new()
                    {
                        ExperimentKey = variant.Experiment,
                        VariantKey = variant.Variant,
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
