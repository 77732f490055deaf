using System.Globalization;

namespace Jobs.Experiments;

/// <summary>Shares of variants: from 0 to 100 in their order, without gaps and overlaps.</summary>
internal static class ShareRules
{
    private const string Path = "allocation.percentile";

    public static void Check(IReadOnlyList<PercentileShare> shares, ContentProblems problems)
    {
        var reached = 0.0;
        foreach (var (index, share) in shares.Index())
        {
            var place = $"{Path}.{index}";
            if (share.From is not (>= 0 and <= 100) || share.To is not (>= 0 and <= 100))
                problems.Add(place, "0에서 100 사이여야 해요.", "Must be within 0 to 100.");
            else if (share.From >= share.To)
                problems.Add(place, "끝(to)은 시작(from)보다 커야 해요.", "Its end (to) must be after its start (from).");
            else if (share.From > reached)
                problems.Add(place, $"{Figure(reached)}~{Figure(share.From)} 구간이 비어 있어요.",
                    $"Nobody gets {Figure(reached)} to {Figure(share.From)}: there is a gap.");
            else if (share.From < reached)
                problems.Add(place, $"{Figure(share.From)}~{Figure(reached)} 구간이 겹쳐요.",
                    $"{Figure(share.From)} to {Figure(reached)} overlaps with the share before.");
            reached = share.To;
        }
        if (reached < 100)
            problems.Add(Path, $"{Figure(reached)}~100 구간이 비어 있어요.", $"Nobody gets {Figure(reached)} to 100: there is a gap.");
    }

    private static string Figure(double number) => number.ToString(CultureInfo.InvariantCulture);
}
