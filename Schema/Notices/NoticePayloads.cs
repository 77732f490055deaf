using Jobs.Experiments;

namespace Jobs.Schema;

public sealed record NoticeEventInput(string TrackingToken, NoticeEventType Type, DateTimeOffset At);

public sealed record RecordNoticeEventsInput(IReadOnlyList<NoticeEventInput> Events);

public sealed record RecordNoticeEventsPayload(int? AcceptedCount, IReadOnlyList<UserError>? Errors)
    : MutationPayload(Errors)
{
    public static implicit operator RecordNoticeEventsPayload(UserError error) => new(null, [error]);
}

public sealed record DismissNoticeInput(string NoticeId, string TrackingToken);

public sealed record DismissNoticePayload(string? DismissedNoticeId, Viewer? Viewer, IReadOnlyList<UserError>? Errors)
    : MutationPayload(Errors)
{
    public static implicit operator DismissNoticePayload(UserError error) => new(null, null, [error]);
}
