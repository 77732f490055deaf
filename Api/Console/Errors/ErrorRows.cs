using Jobs.Api.Triage;
using Jobs.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Jobs.Api.WebConsole.Errors;

/// <summary>One thing that an operator said about an error.</summary>
public sealed record OverrideStep(KnownErrorOverride Said, string? AuthorName);

/// <summary>What the console reads of errors, and what operators say about them.</summary>
public sealed partial class ErrorRows(
    IDbContextFactory<JobsDb> dbFactory, IOptions<TriageOptions> options, TimeProvider time, ILogger<ErrorRows> logger)
{
    private readonly TimeSpan quiet = TimeSpan.FromMinutes(options.Value.QuietMinutes);

    /// <summary>What meets most people now comes first.</summary>
    public async Task<IReadOnlyList<ErrorRow>> ListAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var overviews = await db.ReadErrorOverviewsAsync(now, cancellationToken);
        return
        [
            .. overviews.Select(overview => ErrorRow.Of(overview, now, quiet))
                .OrderByDescending(row => row.Level).ThenByDescending(row => row.Overview.PeopleLastHour)
                .ThenByDescending(row => row.Overview.LastHour).ThenByDescending(row => row.Error.LastSeenAt),
        ];
    }

    public async Task<ErrorRow?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var overview = await db.FindErrorOverviewAsync(id, now, cancellationToken);
        return overview is null ? null : ErrorRow.Of(overview, now, quiet);
    }

    /// <summary>Of the last hour, the busiest operation first.</summary>
    public async Task<IReadOnlyList<OperationShare>> OperationsAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.ReadOperationSharesAsync(time.GetUtcNow().AddHours(-1), cancellationToken);
    }

    /// <summary>Everything that operators said, the newest first.</summary>
    public async Task<IReadOnlyList<OverrideStep>> StepsAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var steps = await db.ReadErrorOverridesAsync(id, cancellationToken);
        var authorIds = steps.Select(said => said.ChangedById).OfType<long>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(user => authorIds.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
        return
        [
            .. steps.Select(said => new OverrideStep(
                said, said.ChangedById is { } author ? names.GetValueOrDefault(author) : null)),
        ];
    }

    /// <returns>False: somebody else was first, or the error is forgotten.</returns>
    public async Task<bool> OverrideAsync(KnownErrorOverride said, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        if (!await db.OverrideErrorAsync(said, cancellationToken)) return false;
        if (said.Level is { } level) LogOverridden(logger, said.ErrorId, said.ChangedById, level, said.Until);
        else LogEnded(logger, said.ErrorId, said.ChangedById);
        return true;
    }

    [LoggerMessage(EventId = 62, EventName = "VerdictOverridden", Level = LogLevel.Information,
        Message = "Operator {UserId} set the verdict of the error {Fingerprint} to {Level} until {Until}.")]
    private static partial void LogOverridden(
        ILogger logger, string fingerprint, long? userId, TriageLevel level, DateTimeOffset? until);

    [LoggerMessage(EventId = 63, EventName = "VerdictOverrideEnded", Level = LogLevel.Information,
        Message = "Operator {UserId} left the verdict of the error {Fingerprint} to the rules again.")]
    private static partial void LogEnded(ILogger logger, string fingerprint, long? userId);
}
