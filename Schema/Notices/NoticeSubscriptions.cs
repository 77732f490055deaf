using System.Runtime.CompilerServices;
using Jobs.Experiments;
using Microsoft.Extensions.DependencyInjection;

namespace Jobs.Schema;

/// <summary>The new set of notices at one place.</summary>
public sealed record NoticesChange(NoticePlacement Placement, IReadOnlyList<Notice> Notices);

/// <summary>New states of the flags that changed.</summary>
public sealed record FeatureFlagsChange(IReadOnlyList<FlagOfViewer> Flags);

/// <summary>What a change in the console does to the viewer: each setting is compared with the one before.</summary>
public static class NoticeSubscriptions
{
    public static IAsyncEnumerable<NoticesChange> NoticesChanged(
        IReadOnlyList<NoticePlacement> placements, CurrentViewer viewer, ServedSnapshots snapshots, ViewerScopes scopes,
        CancellationToken cancellationToken)
    {
        _ = viewer.RequiredUserId;
        return NoticesAsync([.. placements.Distinct()], snapshots, scopes, cancellationToken);
    }

    public static IAsyncEnumerable<FeatureFlagsChange> FeatureFlagsChanged(
        IReadOnlyList<string> keys, CurrentViewer viewer, ServedSnapshots snapshots, ViewerScopes scopes,
        CancellationToken cancellationToken)
    {
        _ = viewer.RequiredUserId;
        return FlagsAsync(ViewerNoticeResolvers.CheckKeys(keys), snapshots, scopes, cancellationToken);
    }

    private static async IAsyncEnumerable<NoticesChange> NoticesAsync(
        IReadOnlyList<NoticePlacement> placements, ServedSnapshots snapshots, ViewerScopes scopes,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var before = new Dictionary<NoticePlacement, string>();
        await foreach (var _ in snapshots.ChangesAsync(cancellationToken))
        {
            await using var scope = scopes.Open();
            var pages = scope.ServiceProvider.GetRequiredService<NoticePages>();
            foreach (var placement in placements)
            {
                var notices = await pages.AtAsync(placement, subjectId: null, cancellationToken);
                var now = string.Join('\n', notices.Select(notice => $"{notice.Shown.Experiment.Id} {notice.Shown.Variant.Key}"));
                var isKnown = before.TryGetValue(placement, out var known);
                before[placement] = now;
                if (isKnown && known != now) yield return new(placement, notices);
            }
        }
    }

    private static async IAsyncEnumerable<FeatureFlagsChange> FlagsAsync(
        IReadOnlyList<string> keys, ServedSnapshots snapshots, ViewerScopes scopes,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<FlagOfViewer>? before = null;
        await foreach (var _ in snapshots.ChangesAsync(cancellationToken))
        {
            await using var scope = scopes.Open();
            var flags = scope.ServiceProvider.GetRequiredService<ViewerFlags>();
            var now = await ViewerNoticeResolvers.ReadAsync(keys, flags, cancellationToken);
            var changed = before is null ? [] : now.Except(before).ToList();
            before = now;
            if (changed.Count > 0) yield return new(changed);
        }
    }
}
