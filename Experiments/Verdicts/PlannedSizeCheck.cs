namespace Jobs.Experiments;

/// <summary>Whether the experiment is as long as was planned: only then may it be said that there is no difference.</summary>
internal static class PlannedSizeCheck
{
    public static VerdictCheck Of(ExperimentData data)
    {
        var planned = PlannedPeople(data);
        var isReached = data.People >= planned && !(data.Days < data.PlannedDays);
        return VerdictCheck.Floor(VerdictCheckName.PlannedSize, isReached,
            Join(planned > 0 ? $"계획한 {Figures.Count(planned)}명 중 {Figures.Count(data.People)}명" : null,
                data.PlannedDays is { } days ? $"계획한 {days}일 중 {Figures.Count(data.Days)}일" : null) + "이 찼습니다.",
            Join(planned > 0 ? $"{Figures.Count(data.People)} of {Figures.Count(planned)} planned people" : null,
                data.PlannedDays is { } length ? $"{Figures.Count(data.Days)} of {length} planned days" : null) + ".");
    }

    /// <summary>0 where only days were planned.</summary>
    public static double PlannedPeople(ExperimentData data) =>
        data.PlannedSampleSize ?? (data.PlannedDays is null ? SequentialInterval.UnplannedPeople : 0);

    private static string Join(params string?[] parts) => string.Join(", ", parts.Where(part => part is not null));
}
