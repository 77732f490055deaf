using Microsoft.Extensions.Primitives;

namespace Jobs.Api.Transport;

/// <summary>Decides who sends a request or opens a WebSocket: what an application plugs into the transports.</summary>
public abstract class ConnectionSignIn
{
    /// <param name="authorization">
    /// What an Authorization header says: the header itself, or the member of that name in the payload of connection_init.
    /// Empty: no credentials were given.
    /// </param>
    /// <param name="cancellationToken">The client has gone.</param>
    public abstract ValueTask<ConnectionViewer> SignInAsync(StringValues authorization, CancellationToken cancellationToken);
}
