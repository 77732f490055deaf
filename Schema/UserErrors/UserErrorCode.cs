namespace Jobs.Schema;

/// <summary>Machine-readable kind of a user error.</summary>
public enum UserErrorCode
{
    Validation,
    NotFound,
    Forbidden,
    RateLimited,
    Conflict,
    InvalidTransition,
    PostNotOpen,
    AlreadyApplied,
    BelowMinimumWage,
    AgeRestriction,
    DiscriminatoryText,
    VerificationRequired,
    Blocked,
    ExperimentNotEditable,
}
