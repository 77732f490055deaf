namespace Jobs.Schema;

public sealed record ScreeningAnswerInput(string QuestionId, string Answer);

public sealed record ApplyToJobPostInput(
    string JobPostId, string? Message, IReadOnlyList<ScreeningAnswerInput>? Answers, bool? SharePhoneNumber,
    string? IdempotencyKey);

public sealed record WithdrawApplicationInput(string ApplicationId, string? Reason);

public sealed record MarkApplicationsReadInput(IReadOnlyList<string> ApplicationIds);

public sealed record AcceptApplicationInput(string ApplicationId, bool? CloseWhenFull);

public sealed record RejectApplicationsInput(IReadOnlyList<string> ApplicationIds, string? Message);

public sealed record ApplicationFilter(
    IReadOnlyList<ApplicationStatus>? Statuses, IReadOnlyList<string>? JobPostIds, DateTimeOffset? SubmittedSince,
    string? Keyword);
