using Jobs.Experiments;

namespace Jobs.Schema;

/// <summary>Fields of <c>NoticeExperiment</c> that are more than a column. Who holds one is an operator: queries see to that.</summary>
public static class NoticeExperimentResolvers
{
    public static string Id(NoticeExperiment experiment) => GlobalId.Of(NodeType.NoticeExperiment, experiment.Id);

    public static IReadOnlyList<Neighborhood> Neighborhoods(NoticeExperiment experiment) =>
        [.. experiment.NeighborhoodIds.Select(KnownNeighborhoods.Shipped.Find).OfType<Neighborhood>()];

    public static async Task<IReadOnlyList<ExperimentRevision>> Revisions(
        NoticeExperiment experiment, IDbContextFactory<JobsDb> dbFactory, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var history = await db.ReadHistoryAsync(experiment.Id, cancellationToken);
        return [.. history.Select(ExperimentRevision.Of)];
    }

    public static async Task<ExperimentResults?> Results(
        NoticeExperiment experiment, ExperimentResultsReader results, RequestLanguage language, CancellationToken cancellationToken)
    {
        try
        {
            var report = await results.ReadAsync(experiment, cancellationToken);
            return report is null || report.Arms.All(arm => arm.Exposed == 0) ? null : ExperimentResults.Of(report, language);
        }
        catch (HttpRequestException)
        {
            return null; // As the contract has it: the analytics store is away.
        }
    }
}

/// <summary>Fields of <c>NoticeContent</c> as an operator reads it, in both languages.</summary>
public static class NoticeContentResolvers
{
    public static string Title(NoticeContent content) => content.Title.Korean;

    public static string? TitleEnglish(NoticeContent content) => content.Title.English;

    public static string? Body(NoticeContent content) => content.Body?.Korean;

    public static string? BodyEnglish(NoticeContent content) => content.Body?.English;

    public static NoticeAction? Action(NoticeContent content) =>
        content.Action is { } action ? new(action.Label.Korean, action.Url) : null;

    public static string? ActionLabelEnglish(NoticeContent content) => content.Action?.Label.English;
}
