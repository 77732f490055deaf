namespace Jobs.Schema;

/// <summary>The application cannot go from its present status to the wanted one.</summary>
public sealed record ApplicationTransitionError(
    ApplicationStatus From, IReadOnlyList<ApplicationStatus> Allowed, RequestLanguage Language) : UserError(
    UserErrorCode.InvalidTransition, Language.Say("지금 상태에서는 할 수 없어요.", "This cannot be done in the present status."));

/// <summary>One person may have one live application to a post.</summary>
public sealed record AlreadyAppliedError(Application Application, RequestLanguage Language) : UserError(
    UserErrorCode.AlreadyApplied, Language.Say("이미 지원한 공고예요.", "You have already applied to this post."));
