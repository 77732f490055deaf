using System.Globalization;
using System.Security.Claims;
using Jobs.Api.SignIn;
using Jobs.Persistence;
using Jobs.Persistence.Embedded;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Jobs.Api.WebConsole.SignIn;

/// <summary>How an attempt to sign in ended.</summary>
public enum SignInOutcome
{
    SignedIn,
    TokenInvalid,
    TokenExpired,

    /// <summary>A good token of somebody who may not be here.</summary>
    RoleMissing,
}

/// <summary>Exchanges a bearer token for the console's cookie, which ends no later than the token would.</summary>
public sealed class ConsoleSignIn(
    BearerTokens tokens, UserAccounts accounts, IOptions<AuthOptions> options, IHostEnvironment environment, TimeProvider time)
{
    /// <summary>Who writes the samples of the console; each role's person of Development is called like the role.</summary>
    public const string DevelopmentSubject = Roles.ProductManager;
    private static readonly TimeSpan LifetimeMax = TimeSpan.FromHours(12);

    /// <summary>In Development nobody has to find a token first.</summary>
    public bool HasOneClick => environment.IsDevelopment();

    public async Task<SignInOutcome> ExchangeAsync(HttpContext context, string token, CancellationToken cancellationToken)
    {
        var (user, refusal) = await tokens.ValidateAsync(token.Trim(), cancellationToken);
        if (user is null) return refusal == TokenRefusal.Expired ? SignInOutcome.TokenExpired : SignInOutcome.TokenInvalid;
        if (user.Roles.Count == 0) return SignInOutcome.RoleMissing;
        var account = await accounts.FindOrCreateAsync(user.Issuer, user.Subject, cancellationToken);
        var now = time.GetUtcNow();
        await context.SignInAsync(ConsoleCookies.Scheme, PrincipalOf(user, account.Id), new AuthenticationProperties
        {
            IssuedUtc = now,
            ExpiresUtc = user.ExpiresAt < now + LifetimeMax ? user.ExpiresAt : now + LifetimeMax,
        });
        return SignInOutcome.SignedIn;
    }

    /// <summary>As somebody of the development issuer, the long way round: a token is made and exchanged.</summary>
    public Task<SignInOutcome> SignInForDevelopmentAsync(
        HttpContext context, string role, CancellationToken cancellationToken)
    {
        if (!HasOneClick) throw new InvalidOperationException("The service's own tokens exist in Development only.");
        var key = DevelopmentIssuer.ReadOrCreateKey(options.Value.DevelopmentKey, DataFolder.Find());
        var token = DevelopmentIssuer.CreateToken(key, subject: role, role, time.GetUtcNow(), LifetimeMax);
        return ExchangeAsync(context, token, cancellationToken);
    }

    /// <summary>The author of what a signed-in person changes.</summary>
    public static long UserIdOf(HttpContext context) => long.Parse(
        context.User.FindFirstValue(ClaimTypes.NameIdentifier)
            ?? throw new InvalidOperationException("Nobody is signed in to the console."), CultureInfo.InvariantCulture);

    private static ClaimsPrincipal PrincipalOf(SignedInUser user, long userId) => new(new ClaimsIdentity(
    [
        new(ClaimTypes.NameIdentifier, userId.ToString(CultureInfo.InvariantCulture)),
        new(ClaimTypes.Name, user.Subject),
        .. user.Roles.Select(role => new Claim(ClaimTypes.Role, role)),
    ], ConsoleCookies.Scheme));
}
