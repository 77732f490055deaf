namespace Jobs.Api.SignIn;

/// <summary>Why a bearer token was refused. The names go to the log; the client only learns that it is invalid or expired.</summary>
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
