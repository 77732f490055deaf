namespace Jobs.Api.SignIn;

/// <summary>Who a valid token speaks for: the subject of an issuer, and the roles that matter here.</summary>
public sealed record SignedInUser(string Issuer, string Subject, IReadOnlyList<string> Roles);
