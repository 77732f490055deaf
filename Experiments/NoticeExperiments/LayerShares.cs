namespace Jobs.Experiments;

/// <summary>Shares of a layer: experiments that lie beside each other in it never meet in one person.</summary>
internal static class LayerShares
{
    private const double Whole = 100;
    private const long AdvisoryLock = 0x4A6F62734C617965; // "JobsLaye"

    /// <summary>
    /// Where a free stretch of this width begins; null if there is none. Whoever asks holds the layers until the transaction
    /// ends, so that two experiments that start at once find different places.
    /// </summary>
    public static async Task<double?> FindRoomAsync(
        JobsDb db, string layer, double percent, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLock})", cancellationToken);
        var taken = await db.NoticeExperiments
            .Where(other => other.Layer == layer
                && (other.Status == ExperimentStatus.Running || other.Status == ExperimentStatus.Paused))
            .OrderBy(other => other.LayerFrom).Select(other => new { From = other.LayerFrom!.Value, other.TrafficPercent })
            .ToListAsync(cancellationToken);
        var from = 0.0;
        foreach (var other in taken)
        {
            if (other.From - from >= percent) return from;
            from = other.From + other.TrafficPercent;
        }
        return Whole - from >= percent ? from : null;
    }

    public static ContentProblem Full(string layer) => new(
        "trafficPercent",
        $"레이어 '{layer}'에 이만큼의 자리가 없어요. 참여 비율을 줄이거나 다른 실험이 끝난 뒤 시작해 주세요.",
        $"The layer '{layer}' has not that much room. Take a smaller share, or start when another experiment has finished.");
}
