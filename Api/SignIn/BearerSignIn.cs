using Jobs.Api.Transport;
using Jobs.Experiments;
using Jobs.Persistence;
using Jobs.Schema;
using Microsoft.Extensions.Primitives;

namespace Jobs.Api.SignIn;

/// <summary>Bearer tokens: none is an anonymous viewer, a valid one is its user, and anything else is refused.</summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc6750; tokens in query strings are not looked at.</remarks>
public sealed class BearerSignIn(BearerTokens tokens, UserAccounts accounts) : ConnectionSignIn
{
    private const string Prefix = "Bearer ";

    public override ValueTask<ConnectionViewer> SignInAsync(StringValues authorization, CancellationToken cancellationToken) =>
        authorization.Count == 0 ? new(ConnectionViewer.Anonymous) : ValidateAsync(authorization, cancellationToken);

    private async ValueTask<ConnectionViewer> ValidateAsync(StringValues authorization, CancellationToken cancellationToken)
    {
        if (authorization is not [{ } credentials] || !credentials.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return Refused(TokenRefusal.Malformed);
        var (user, refusal) = await tokens.ValidateAsync(credentials[Prefix.Length..], cancellationToken);
        if (user is null) return Refused(refusal);
        var account = await accounts.FindOrCreateAsync(user.Issuer, user.Subject, cancellationToken);
        return ConnectionViewer.Known(scope => Enter(scope, account, user.Roles), user.ExpiresAt);
    }

    private static void Enter(IServiceProvider scope, UserAccount account, IReadOnlyList<string> roles)
    {
        scope.GetRequiredService<CurrentViewer>().SignIn(
            account.Id, new AnalyticsPerson(account.AnalyticsId, scope.GetRequiredService<RequestDevice>().Id),
            isOperator: roles.Any(Roles.IsKnown));
        scope.GetRequiredService<FlagSubject>().SignIn(account.Id, roles);
    }

    // An expired token had a good signature, so its holder may know that a new one is all it takes.
    private static ConnectionViewer Refused(TokenRefusal refusal) => ConnectionViewer.Refused(refusal == TokenRefusal.Expired
        ? "Bearer error=\"invalid_token\", error_description=\"The token has expired.\""
        : "Bearer error=\"invalid_token\"");
}
