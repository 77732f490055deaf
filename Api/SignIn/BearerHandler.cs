using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Jobs.Api.SignIn;

/// <summary>The authentication scheme "Bearer": no header is an anonymous viewer, all but a valid token fails.</summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc6750; tokens in bodies and query strings are not looked at.</remarks>
public sealed class BearerHandler(
    BearerTokens tokens, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count == 0) return AuthenticateResult.NoResult();
        if (header is not [{ } credentials] || !credentials.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.Fail(nameof(TokenRefusal.Malformed));
        var (user, refusal) = await tokens.ValidateAsync(credentials[Prefix.Length..], Context.RequestAborted);
        if (user is null) return AuthenticateResult.Fail(refusal.ToString());
        var claims = user.Roles.Select(role => new Claim("role", role))
            .Prepend(new Claim("sub", user.Subject, ClaimValueTypes.String, user.Issuer));
        var identity = new ClaimsIdentity(claims, Scheme.Name, "sub", "role");
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failure = (await HandleAuthenticateOnceSafeAsync()).Failure?.Message;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers[HeaderNames.WWWAuthenticate] = failure switch
        {
            null => "Bearer",
            // The signature was good, so the holder may know that a new token is all it takes.
            nameof(TokenRefusal.Expired) => "Bearer error=\"invalid_token\", error_description=\"The token has expired.\"",
            _ => "Bearer error=\"invalid_token\"",
        };
    }
}
