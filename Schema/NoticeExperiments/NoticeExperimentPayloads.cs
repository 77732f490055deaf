namespace Jobs.Schema;

public sealed record CreateNoticeExperimentPayload(NoticeExperiment? NoticeExperiment, IReadOnlyList<UserError>? Errors)
    : MutationPayload(Errors);

public sealed record UpdateNoticeExperimentPayload(NoticeExperiment? NoticeExperiment, IReadOnlyList<UserError>? Errors)
    : MutationPayload(Errors);

public sealed record StartNoticeExperimentPayload(NoticeExperiment? NoticeExperiment, IReadOnlyList<UserError>? Errors)
    : MutationPayload(Errors);

public sealed record PauseNoticeExperimentPayload(NoticeExperiment? NoticeExperiment, IReadOnlyList<UserError>? Errors)
    : MutationPayload(Errors);

public sealed record FinishNoticeExperimentPayload(NoticeExperiment? NoticeExperiment, IReadOnlyList<UserError>? Errors)
    : MutationPayload(Errors);
