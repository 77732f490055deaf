namespace Jobs.Experiments;

/// <summary>What people of one arm did, each person once.</summary>
/// <param name="VariantKey">The arm.</param>
/// <param name="Assigned">Were given the arm when their app asked for the place.</param>
/// <param name="Exposed">Had it on screen.</param>
/// <param name="Clicked">Tapped its button.</param>
/// <param name="Dismissed">Did not want to see it again.</param>
/// <param name="Converted">People who count, and for whom the primary metric happened afterwards.</param>
public sealed record ArmReport(string VariantKey, long Assigned, long Exposed, long Clicked, long Dismissed, long Converted);

/// <summary>Whom the verdict counts.</summary>
public enum CountedPeople
{
    /// <summary>People who had their arm on screen.</summary>
    Exposed,

    /// <summary>
    /// People whose app asked for the place: the control shows nothing, and its apps do not report the empty place, so that
    /// exposed people would have nobody to be compared with.
    /// </summary>
    Assigned,
}

/// <summary>An experiment so far, from the events of the analytics service.</summary>
/// <param name="ComputedAt">When the events were read.</param>
/// <param name="Counted">Whom the verdict counts.</param>
/// <param name="Arms">The control first.</param>
/// <param name="Verdict">What it means.</param>
/// <param name="SplitLooksHealthy">False while the split of assignments differs from the weights more than chance allows.</param>
/// <param name="PeopleInSeveralVariants">Left out of all counts but the assignments.</param>
/// <param name="Testers">Left out of all counts.</param>
/// <param name="Days">What had been counted by the end of each day in Seoul, for the primary metric.</param>
public sealed record ExperimentReport(
    DateTimeOffset ComputedAt, CountedPeople Counted, IReadOnlyList<ArmReport> Arms, Verdict Verdict, bool SplitLooksHealthy,
    long PeopleInSeveralVariants, long Testers, IReadOnlyList<CountsOfDay> Days);
