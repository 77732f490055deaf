using Jobs.Api.Startup;
using Jobs.Persistence.Embedded;
using Microsoft.Extensions.Options;

namespace Jobs.Api.SignIn;

/// <summary>Puts the issuers of the configuration, whose tokens are accepted, into the service.</summary>
public static class SignInRegistration
{
    private const int MetadataBytesMax = 256 * 1024;

    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddStrictOptions<AuthOptions>(AuthOptions.Section);
        services.AddSingleton<IValidateOptions<AuthOptions>, AuthOptionsRules>();
        services.AddSingleton(CreateTokens);
        return services;
    }

    private static BearerTokens CreateTokens(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<AuthOptions>>().Value;
        var time = services.GetRequiredService<TimeProvider>();
        var http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            MaxResponseContentBufferSize = MetadataBytesMax,
        };
        var issuers = options.Issuers.Select(issuer => CreateIssuer(issuer, options, http, time)).ToList();
        if (services.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            var key = VerificationKey.FromSetting(DevelopmentIssuer.ReadOrCreateKey(options.DevelopmentKey, DataFolder.Find()));
            issuers.Add(new TokenIssuer(
                DevelopmentIssuer.Name, DevelopmentIssuer.Audience, key.Algorithm, IssuerKeys.Fixed(key)));
        }
        return new BearerTokens(issuers, options.TokenCharactersMax, TimeSpan.FromSeconds(options.ClockSkewSeconds), time);
    }

    private static TokenIssuer CreateIssuer(IssuerOptions issuer, AuthOptions options, HttpClient http, TimeProvider time)
    {
        if (issuer.SigningKey is { } text)
        {
            var key = VerificationKey.FromSetting(text);
            return new TokenIssuer(issuer.Issuer, issuer.Audience, key.Algorithm, IssuerKeys.Fixed(key));
        }
        var algorithm = issuer.Algorithm ?? SignatureAlgorithm.RS256;
        var keys = new PublishedKeys(issuer.Issuer, issuer.MetadataAddress!, algorithm, new PublishedKeysOptions(
            KeepFor: TimeSpan.FromMinutes(options.PublishedKeysKeepMinutes),
            KeepAtMost: TimeSpan.FromHours(options.PublishedKeysKeepHoursMax),
            FetchAgainAfter: TimeSpan.FromSeconds(options.PublishedKeysFetchAgainSeconds),
            FetchTimeout: TimeSpan.FromSeconds(options.PublishedKeysTimeoutSeconds)), http, time);
        return new TokenIssuer(issuer.Issuer, issuer.Audience, algorithm, keys);
    }
}
