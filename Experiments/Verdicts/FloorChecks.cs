namespace Jobs.Experiments;

/// <summary>The least that must be there before a difference is looked at.</summary>
internal static class FloorChecks
{
    /// <summary>An experiment that is planned for a week or more sees every weekday first: a Monday is no Saturday.</summary>
    public static int Days(ExperimentData data, VerdictOptions options) => data.PlannedDays < 7 ? options.DaysMin : 7;

    public static IEnumerable<VerdictCheck> Of(ExperimentData data, VerdictOptions options)
    {
        var (days, people, conversions) = (Days(data, options), options.PeoplePerArmMin, options.ConversionsPerArmMin);
        var (elapsed, smallest) = (Figures.Count(data.Days), data.Primary.MinBy(arm => arm.People)!);
        var fewest = data.Primary.MinBy(arm => arm.Conversions)!;
        var expected = ExpectedCounts.Smallest(data.Primary);
        return
        [
            VerdictCheck.Floor(VerdictCheckName.Duration, data.Days >= days,
                $"{elapsed}일 동안 진행했습니다(최소 {days}일).", $"It has run for {elapsed} days (at least {days})."),
            VerdictCheck.Floor(VerdictCheckName.People, smallest.People >= people,
                $"가장 작은 집단 “{smallest.VariantKey}”에 {Figures.Count(smallest.People)}명이 있습니다(최소 {people}명).",
                $"The smallest arm, “{smallest.VariantKey}”, has {Figures.Count(smallest.People)} people (at least {people})."),
            VerdictCheck.Floor(VerdictCheckName.Conversions, fewest.Conversions >= conversions,
                $"“{fewest.VariantKey}”의 전환은 {Figures.Count(fewest.Conversions)}건입니다(집단마다 최소 {conversions}건).",
                $"“{fewest.VariantKey}” has {Figures.Count(fewest.Conversions)} conversions " +
                $"(at least {conversions} in each arm)."),
            VerdictCheck.Floor(VerdictCheckName.ExpectedCounts, expected > options.ExpectedCountMin,
                $"기대되는 전환과 비전환은 집단마다 최소 {Figures.Count(expected)}건입니다({options.ExpectedCountMin}건 초과 필요).",
                $"Each arm is expected to hold {Figures.Count(expected)} people of the rarer answer (more than " +
                $"{options.ExpectedCountMin} are needed)."),
        ];
    }
}
