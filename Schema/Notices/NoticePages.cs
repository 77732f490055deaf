using System.Data.Common;
using System.Net.Sockets;
using Jobs.Experiments;
using Microsoft.Extensions.Logging;

namespace Jobs.Schema;

/// <summary>The notices of a place as the contract has them: empty, never an error, when what they need is away.</summary>
public sealed partial class NoticePages(
    ViewerNotices notices, AssignmentReports reports, CurrentViewer viewer, IDbContextFactory<JobsDb> dbFactory, TimeProvider time,
    ILogger<NoticePages> logger)
{
    /// <summary>What to draw at a place. Whoever asks has the place, and is told to the split's check.</summary>
    public async Task<IReadOnlyList<Notice>> AtAsync(
        NoticePlacement placement, string? subjectId, CancellationToken cancellationToken)
    {
        // What is wrong with the id is the client's error, whatever is shown.
        var subject = subjectId is null ? default((NodeType Type, long Key)?) : GlobalId.Parse(subjectId);
        return await UnlessAwayAsync<IReadOnlyList<Notice>>(async () =>
        {
            var shown = await notices.ToDrawAsync(await ArmsAtAsync(placement, cancellationToken), cancellationToken);
            // To say that an unread application will be locked makes no sense beside one that is open.
            if (shown.Any(Announces) && subject is (NodeType.Application, var id) && await IsReadAsync(id, cancellationToken))
                shown = [.. shown.Where(notice => !Announces(notice))];
            var result = new List<Notice>(shown.Count);
            foreach (var notice in shown) result.Add(await NoticeAsync(notice, cancellationToken));
            return result;
        }, []);
    }

    public Task<IReadOnlyList<NoticePlaceholder>> EmptyAtAsync(
        NoticePlacement placement, CancellationToken cancellationToken) =>
        UnlessAwayAsync<IReadOnlyList<NoticePlaceholder>>(async () =>
        {
            var result = new List<NoticePlaceholder>();
            foreach (var arm in await ArmsAtAsync(placement, cancellationToken))
                if (arm.Variant.Content is null) result.Add(new(await notices.TokenAsync(arm, cancellationToken)));
            return result;
        }, []);

    /// <summary>The notice of an experiment, if the viewer is shown it anywhere.</summary>
    public Task<Notice?> FindAsync(long experimentId, CancellationToken cancellationToken = default) =>
        UnlessAwayAsync(async () => await notices.FindAsync(experimentId, cancellationToken) is { } notice
            ? await NoticeAsync(notice, cancellationToken)
            : null, null);

    public Task<int?> AnnouncedReadDaysAsync(CancellationToken cancellationToken) =>
        UnlessAwayAsync(() => notices.AnnouncedReadDaysAsync(cancellationToken), null);

    private static bool Announces(ShownNotice notice) => notice.Variant.Content!.AnnouncedReadDays is not null;

    private async Task<IReadOnlyList<ShownNotice>> ArmsAtAsync(NoticePlacement placement, CancellationToken cancellationToken)
    {
        var arms = await notices.ArmsAtAsync(placement, cancellationToken);
        if (viewer.Person is { } person)
            foreach (var arm in arms) reports.Report(arm, person);
        return arms;
    }

    private async Task<Notice> NoticeAsync(ShownNotice notice, CancellationToken cancellationToken) =>
        new(notice, await notices.TokenAsync(notice, cancellationToken), time.GetUtcNow() + Notice.Lifetime);

    private async Task<T> UnlessAwayAsync<T>(Func<Task<T>> read, T otherwise)
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (e is DbException or SocketException or IOException or TimeoutException)
        {
            LogAway(logger, e.GetType().Name);
            return otherwise;
        }
    }

    /// <summary>Whether the subject is an application of the viewer's employers that somebody has opened.</summary>
    private async Task<bool> IsReadAsync(long id, CancellationToken cancellationToken)
    {
        if (viewer.UserId is not { } userId) return false;
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.ApplicationsManagedBy(userId)
            .AnyAsync(application => application.Id == id && application.Status != ApplicationStatus.Submitted, cancellationToken);
    }

    [LoggerMessage(EventId = 35, EventName = "NoticesAway", Level = LogLevel.Warning,
        Message = "No notices are shown: {Problem}.")]
    private static partial void LogAway(ILogger logger, string problem);
}
