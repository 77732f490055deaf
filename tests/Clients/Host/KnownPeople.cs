using Jobs.Api.Transport;
using Microsoft.Extensions.Primitives;

namespace Jobs.Clients;

/// <summary>Any bearer token is a known person; strangers are welcome or not.</summary>
public sealed class KnownPeople(bool strangersAreRefused) : ConnectionSignIn
{
    private const string Prefix = "Bearer ";

    public override ValueTask<ConnectionViewer> SignInAsync(StringValues authorization, CancellationToken cancellationToken)
    {
        var isKnown = authorization is [{ } credentials]
            && credentials.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && credentials.Length > Prefix.Length;
        return ValueTask.FromResult(isKnown || (authorization.Count == 0 && !strangersAreRefused)
            ? ConnectionViewer.Anonymous
            : ConnectionViewer.Refused("Bearer"));
    }
}
