namespace Jobs.Baseline;

/// <summary>Why an application is not taken: type, code and sentence of the answer.</summary>
internal sealed record Refusal(string Type, string Code, string Message)
{
    public static readonly Refusal NotFound = new("NotFoundError", "NOT_FOUND", "찾을 수 없어요. 이미 삭제되었을 수 있어요.");
    public static readonly Refusal NotOpen = new("JobPostNotOpenError", "POST_NOT_OPEN", "지금은 지원을 받지 않는 공고예요.");
    public static readonly Refusal OwnPost = new("ForbiddenError", "FORBIDDEN", "내가 올린 공고에는 지원할 수 없어요.");
    public static readonly Refusal Blocked = new("BlockedError", "BLOCKED", "이 사장님에게는 지원할 수 없어요.");
    public static readonly Refusal Applied = new("AlreadyAppliedError", "ALREADY_APPLIED", "이미 지원한 공고예요.");
    public static readonly Refusal TooOften = new("RateLimitedError", "RATE_LIMITED", "너무 자주 시도했어요. 잠시 후 다시 시도해 주세요.");
    public static readonly Refusal Invalid = new("ValidationError", "VALIDATION", "입력한 내용을 확인해 주세요.");

    public static Refusal TooYoung(int minimumAge) =>
        new("AgeRestrictionError", "AGE_RESTRICTION", $"만 {minimumAge}세 이상만 할 수 있는 일이에요.");
}
