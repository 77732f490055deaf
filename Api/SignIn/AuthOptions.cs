using System.ComponentModel.DataAnnotations;

namespace Jobs.Api.SignIn;

/// <summary>Section <c>Auth</c>: whose tokens are accepted.</summary>
public sealed class AuthOptions
{
    public const string Section = "Auth";

    public IList<IssuerOptions> Issuers { get; } = [];

    /// <summary>The HS256 secret of <c>jobs-development</c> instead of the generated one. Development only.</summary>
    public string? DevelopmentKey { get; set; }

    [Range(256, 16_384)] public int TokenCharactersMax { get; set; } = 8_192;

    [Range(0, 300)] public int ClockSkewSeconds { get; set; } = 30;

    [Range(1, 1_440)] public int PublishedKeysKeepMinutes { get; set; } = 60;

    /// <summary>How long the last keys still serve when the issuer cannot be reached.</summary>
    [Range(1, 168)] public int PublishedKeysKeepHoursMax { get; set; } = 24;

    /// <summary>An unknown key id makes the service ask again, but not more often than this.</summary>
    [Range(1, 3_600)] public int PublishedKeysFetchAgainSeconds { get; set; } = 30;

    [Range(1, 30)] public int PublishedKeysTimeoutSeconds { get; set; } = 5;
}
