using System.Security.Cryptography;
using System.Text;

namespace Jobs.Api.Triage;

/// <summary>Who ran into an error last, up to a limit: the thresholds are far below it.</summary>
internal sealed class ErrorViewers
{
    public const int KeptMax = 200;
    private const int WeekMinutes = 7 * 24 * 60;
    private readonly Dictionary<long, (int Minute, IReadOnlyList<ViewerVariant> Variants)> seen = [];

    /// <summary>Whether any of them took part in an experiment.</summary>
    public bool HaveVariants { get; private set; }

    /// <summary>A number that stands for somebody. It is stored, so it is hashed once more than what was handed over.</summary>
    public static long NumberOf(string viewer)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(viewer), hash);
        return BitConverter.ToInt64(hash);
    }

    /// <returns>False: there are so many within the hour already that one more tells nothing.</returns>
    public bool Add(long viewer, int minute, IReadOnlyList<ViewerVariant> variants)
    {
        if (seen.TryGetValue(viewer, out var known))
        {
            minute = Math.Max(known.Minute, minute);
            if (variants.Count == 0) variants = known.Variants;
        }
        else if (seen.Count >= KeptMax)
        {
            var (oldest, last) = seen.MinBy(entry => entry.Value.Minute);
            if (last.Minute > minute - 60) return false;
            seen.Remove(oldest);
        }
        seen[viewer] = (minute, variants);
        HaveVariants |= variants.Count > 0;
        return true;
    }

    public int InTheHour(int now) => Since(now - 59);

    public int InTheWeek(int now) => Since(now - WeekMinutes + 1);

    /// <summary>People of each variant of an experiment who were seen since then.</summary>
    public Dictionary<string, int> ByVariant(string experiment, int since)
    {
        var people = new Dictionary<string, int>();
        foreach (var (minute, variants) in seen.Values)
        {
            if (minute < since) continue;
            foreach (var variant in variants)
                if (variant.Experiment == experiment) people[variant.Variant] = people.GetValueOrDefault(variant.Variant) + 1;
        }
        return people;
    }

    public IEnumerable<string> Experiments() =>
        seen.Values.SelectMany(viewer => viewer.Variants, (_, variant) => variant.Experiment).Distinct();

    private int Since(int minute)
    {
        var count = 0;
        foreach (var viewer in seen.Values)
            if (viewer.Minute >= minute) count++;
        return count;
    }
}
