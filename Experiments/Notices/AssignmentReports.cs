namespace Jobs.Experiments;

/// <summary>
/// Tells the analytics service which arm a person was given, once for each person as far as this instance remembers: the split
/// of these is checked against the weights. Nobody is counted for it, see <see cref="NoticeReports"/>.
/// </summary>
public sealed class AssignmentReports(Analytics analytics, TimeProvider time)
{
    private const int RememberedMax = 100_000;
    private readonly RecentKeys<(long Experiment, int Version, Guid Person)> reported = new(RememberedMax);

    public void Report(ShownNotice arm, AnalyticsPerson person)
    {
        if (arm.Token.Kind != ParticipantKind.Assigned) return;
        if (!reported.Add((arm.Experiment.Id, arm.Token.ExperimentVersion, person.AnalyticsId))) return;
        analytics.Track(EventCatalogue.NoticeAssigned(
            person, time.GetUtcNow(), arm.Experiment.Key, arm.Token.ExperimentVersion, arm.Variant.Key, isQaTester: false));
    }
}
