namespace Jobs.Api.SignIn;

/// <summary>The signature algorithms that an issuer may be configured with; nothing else is ever tried.</summary>
public enum SignatureAlgorithm
{
    HS256,
    RS256,
    ES256,
}
