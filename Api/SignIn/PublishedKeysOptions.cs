namespace Jobs.Api.SignIn;

/// <summary>How long published keys are used and how often an issuer is asked for them.</summary>
public sealed record PublishedKeysOptions(TimeSpan KeepFor, TimeSpan KeepAtMost, TimeSpan FetchAgainAfter, TimeSpan FetchTimeout);
