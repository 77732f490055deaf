namespace Jobs.Api.SignIn;

/// <summary>Who a valid token speaks for, and until when: the subject of an issuer, and the roles that matter here.</summary>
public sealed record SignedInUser(string Issuer, string Subject, IReadOnlyList<string> Roles, DateTimeOffset ExpiresAt);
