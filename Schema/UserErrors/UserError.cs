namespace Jobs.Schema;

/// <summary>Something the person, not the programmer, can put right.</summary>
public abstract record UserError(UserErrorCode Code, string Message);

/// <summary>One or more input members are wrong; all problems come at once.</summary>
public sealed record ValidationError(IReadOnlyList<FieldProblem> Fields, RequestLanguage Language) : UserError(
    UserErrorCode.Validation, Language.Say("입력한 내용을 확인해 주세요.", "Please check what you entered."));

/// <summary>One wrong member of an input.</summary>
public sealed record FieldProblem(IReadOnlyList<string> Path, string Message);

/// <summary>The id points at nothing that the viewer may see.</summary>
public sealed record NotFoundError(string Id, RequestLanguage Language) : UserError(
    UserErrorCode.NotFound, Language.Say("찾을 수 없어요. 이미 삭제되었을 수 있어요.", "It could not be found. It may be gone."));

/// <summary>The thing exists, but the viewer may not do this to it.</summary>
public sealed record ForbiddenError(string Message) : UserError(UserErrorCode.Forbidden, Message);

/// <summary>Too often in too short a time.</summary>
public sealed record RateLimitedError(int RetryAfterSeconds, RequestLanguage Language) : UserError(
    UserErrorCode.RateLimited, Language.Say("너무 자주 시도했어요. 잠시 후 다시 시도해 주세요.", "Too many attempts. Please try again later."));

/// <summary>Somebody else changed the object first.</summary>
public sealed record ConflictError(int CurrentVersion, RequestLanguage Language) : UserError(
    UserErrorCode.Conflict,
    Language.Say("다른 곳에서 먼저 수정되었어요. 새로 고친 뒤 다시 시도해 주세요.", "It was changed elsewhere first. Reload and try again."));

/// <summary>One of the two sides blocked the other.</summary>
public sealed record BlockedError(RequestLanguage Language) : UserError(
    UserErrorCode.Blocked, Language.Say("이 사장님에게는 지원할 수 없어요.", "You cannot apply to this employer."));
