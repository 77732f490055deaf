namespace Jobs.Experiments;

/// <summary>How many more days an experiment needs at the pace it had so far. Null: nobody can tell.</summary>
internal static class TimeLeft
{
    /// <summary>Until nothing is missing any more and the planned size is reached.</summary>
    public static int? UntilPlanned(ExperimentData data, VerdictOptions options)
    {
        var rarer = data.Primary.Sum(arm => arm.Conversions);
        rarer = Math.Min(rarer, data.People - rarer);
        double[] days =
        [
            FloorChecks.Days(data, options) - data.Days,
            (data.PlannedDays ?? 0) - data.Days,
            At(data, data.Primary.Min(arm => arm.People), options.PeoplePerArmMin),
            At(data, data.Primary.Min(arm => arm.Conversions), options.ConversionsPerArmMin),
            // More than the limit is asked for; and an arm's part of the rarer answer is what its part of the people says.
            rarer == 0 ? double.PositiveInfinity : At(data, ExpectedCounts.Smallest(data.Primary), options.ExpectedCountMin),
            At(data, data.People, PlannedSizeCheck.PlannedPeople(data)),
        ];
        return Whole(days.Max());
    }

    /// <summary>
    /// Beyond the planned size: until the interval, which narrows with the root of the people, lets go of zero or of the
    /// expected effect, whichever is farther from the estimate.
    /// </summary>
    public static int? UntilDecided(ExperimentData data, Comparison comparison, double expectedEffect)
    {
        var half = (comparison.Lift.High - comparison.Lift.Low) / 2;
        var needed = Math.Max(Math.Abs(comparison.Gain), expectedEffect - comparison.Gain);
        return Whole(data.Days * (Math.Pow(half / needed, 2) - 1));
    }

    private static double At(ExperimentData data, double counted, double needed) => counted >= needed ? 0
        : counted == 0 ? double.PositiveInfinity
        : data.Days * (needed - counted) / counted;

    // Ten years are no plan, and an estimate from a few minutes none either.
    private static int? Whole(double days) => days is > 3650 or double.NaN ? null : Math.Max(1, (int)Math.Ceiling(days));
}
