using Jobs.Experiments;

namespace Jobs.Schema;

/// <summary>What clients tell about notices.</summary>
public static class NoticeMutations
{
    public const int EventsMax = 50;

    public static async Task<RecordNoticeEventsPayload> RecordNoticeEvents(
        RecordNoticeEventsInput input, CurrentViewer viewer, NoticeReports reports, ReportAllowance allowance,
        RequestLanguage language, CancellationToken cancellationToken)
    {
        var userId = viewer.RequiredUserId;
        if (input.Events.Count is < 1 or > EventsMax)
        {
            var problems = new FieldProblems(language);
            problems.Range(input.Events.Count, 1, EventsMax, "events");
            return problems.ToError();
        }
        if (allowance.Take(userId, input.Events.Count) is { } seconds) return new RateLimitedError(seconds, language);
        return new(await reports.RecordAsync(
            userId, viewer.RequiredPerson,
            [.. input.Events.Select(reported => new NoticeReport(reported.TrackingToken, reported.Type, reported.At))],
            cancellationToken), null);
    }

    public static async Task<DismissNoticePayload> DismissNotice(
        DismissNoticeInput input, CurrentViewer viewer, NoticeReports reports, IDbContextFactory<JobsDb> dbFactory,
        RequestLanguage language, CancellationToken cancellationToken)
    {
        var userId = viewer.RequiredUserId;
        var id = GlobalId.Parse(input.NoticeId, NodeType.Notice);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        if (!await db.NoticeExperiments.AnyAsync(experiment => experiment.Id == id, cancellationToken))
            return new NotFoundError(input.NoticeId, language);
        if (!await reports.DismissAsync(userId, viewer.RequiredPerson, id, input.TrackingToken, cancellationToken))
            return new ForbiddenError(language.Say(
                "이 안내의 추적 값이 아니에요. 안내를 다시 불러와 주세요.", "The token is not of this notice. Fetch the notices again."));
        var account = await db.Users.AsNoTracking().SingleAsync(user => user.Id == userId, cancellationToken);
        return new(input.NoticeId, new Viewer(account), null);
    }
}
