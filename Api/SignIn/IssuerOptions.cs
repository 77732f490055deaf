namespace Jobs.Api.SignIn;

/// <summary>One entry of <c>Auth:Issuers</c>: a key given here, or metadata that leads to published keys.</summary>
public sealed class IssuerOptions
{
    /// <summary>The exact value of the claim <c>iss</c>.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>The value that the claim <c>aud</c> must contain.</summary>
    public string Audience { get; set; } = "";

    /// <summary>An HS256 secret, or a public key in PEM for RS256 or ES256.</summary>
    public string? SigningKey { get; set; }

    /// <summary>Address of the OpenID Connect or RFC 8414 metadata document.</summary>
    public Uri? MetadataAddress { get; set; }

    /// <summary>Left out, the key decides; published keys are RS256 unless said otherwise.</summary>
    public SignatureAlgorithm? Algorithm { get; set; }
}
