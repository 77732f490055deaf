namespace Jobs.Api.SignIn;

/// <summary>Why a bearer token was refused. The client only learns that it is invalid or expired.</summary>
public enum TokenRefusal
{
    None,
    TooLarge,
    Malformed,
    HeaderNotAllowed,
    WrongType,
    UnknownIssuer,
    WrongAlgorithm,
    UnknownKey,
    BadSignature,
    Expired,
    NotYetValid,
    WrongAudience,
    NoSubject,
}
