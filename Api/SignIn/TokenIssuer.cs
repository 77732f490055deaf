namespace Jobs.Api.SignIn;

/// <summary>One issuer whose tokens are accepted, with everything that a token may not choose for itself.</summary>
public sealed record TokenIssuer(string Name, string Audience, SignatureAlgorithm Algorithm, IssuerKeys Keys);
