namespace Jobs.Schema;

/// <summary>Everything about a post that depends on who is asking.</summary>
public sealed record JobPostViewerState(JobPost JobPost, long UserId);

/// <summary>Why the viewer may not apply.</summary>
public enum CannotApplyReason
{
    NotSignedIn,
    PostNotOpen,
    AlreadyApplied,
    OwnPost,
    Blocked,
    UnderMinimumAge,
    ProfileIncomplete,
}

/// <summary>Fields of <c>JobPostViewerState</c>.</summary>
public static class JobPostViewerStateResolvers
{
    public static Task<bool> IsSaved(JobPostViewerState state, IsSavedByJobPostId saved) => saved.LoadAsync(state.JobPost.Id);

    public static Task<Application?> Application(JobPostViewerState state, OwnApplicationByJobPostId applications) =>
        applications.LoadAsync(state.JobPost.Id);

    public static Task<bool> CanManage(JobPostViewerState state, IsMemberByEmployerId memberships) =>
        memberships.LoadAsync(state.JobPost.EmployerId);

    public static async Task<bool> CanApply(
        JobPostViewerState state, IsMemberByEmployerId memberships, OwnApplicationByJobPostId applications,
        IsBlockedByEmployerId blocks, UserById users, TimeProvider time) =>
        await CannotApplyReason(state, memberships, applications, blocks, users, time) is null;

    /// <summary>The same order in which applying refuses.</summary>
    public static async Task<CannotApplyReason?> CannotApplyReason(
        JobPostViewerState state, IsMemberByEmployerId memberships, OwnApplicationByJobPostId applications,
        IsBlockedByEmployerId blocks, UserById users, TimeProvider time)
    {
        var post = state.JobPost;
        if (!post.IsOpenAt(time.GetUtcNow())) return Schema.CannotApplyReason.PostNotOpen;
        var (isMember, isBlocked) = (memberships.LoadAsync(post.EmployerId), blocks.LoadAsync(post.EmployerId));
        var (own, user) = (applications.LoadAsync(post.Id), users.LoadAsync(state.UserId));
        if (await isMember) return Schema.CannotApplyReason.OwnPost;
        if (await isBlocked) return Schema.CannotApplyReason.Blocked;
        if (await own is { } application && ApplicationStatuses.Live.Contains(application.Status))
            return Schema.CannotApplyReason.AlreadyApplied;
        if ((await user)?.BirthDate is not { } born) return Schema.CannotApplyReason.ProfileIncomplete;
        return Age.On(Seoul.Today(time), born) < post.MinimumAge ? Schema.CannotApplyReason.UnderMinimumAge : null;
    }
}
