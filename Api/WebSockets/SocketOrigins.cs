using System.Collections.Frozen;

namespace Jobs.Api.WebSockets;

/// <summary>The pages that may open a WebSocket: those of the service's own origin, and of the origins in the settings.</summary>
/// <remarks>
/// Browsers apply no same-origin policy to WebSockets, they only say where the page comes from. No cookie signs anybody in here,
/// so a foreign page cannot act as its visitor; but it could use the visitor's place in a network that the service is kept to.
/// </remarks>
internal sealed class SocketOrigins(IEnumerable<string> allowed)
{
    private readonly FrozenSet<string> allowed =
        allowed.Select(origin => origin.TrimEnd('/')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Clients that are no browsers say no origin.</summary>
    public bool Allow(HttpRequest request)
    {
        var given = request.Headers.Origin;
        if (given.Count == 0) return true;
        return given is [{ } origin] && (allowed.Contains(origin) || IsOwn(origin, request));
    }

    /// <summary>The scheme is left out: behind a proxy that speaks TLS the service does not know its own.</summary>
    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Scheme is "https" or "http"
        && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
