using Jobs.Api.Transport;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Jobs.Api.WebSockets;

/// <summary>What all sockets share.</summary>
internal sealed class SocketContext(
    OperationRunner runner, ConnectionSignIn signIn, ErrorPresenter presenter, IServiceScopeFactory scopes, TimeProvider time,
    IOptions<GraphQLOptions> options)
{
    public GraphQLOptions Limits { get; } = options.Value;

    public TimeProvider Time { get; } = time;

    public TimeSpan InitTime { get; } = TimeSpan.FromSeconds(options.Value.ConnectionInitSecondsMax);

    public TimeSpan PingTime { get; } = TimeSpan.FromSeconds(options.Value.SocketPingSeconds);

    public TimeSpan SendTime { get; } = TimeSpan.FromSeconds(options.Value.SendSecondsMax);

    /// <exception cref="SocketClosedException">Credentials that are no good, or that cannot be checked.</exception>
    public async Task<ConnectionViewer> SignInAsync(StringValues authorization, CancellationToken cancellationToken)
    {
        try
        {
            var viewer = await signIn.SignInAsync(authorization, cancellationToken);
            return viewer.Challenge is null ? viewer : throw new SocketClosedException(SocketClosure.Forbidden);
        }
        catch (Exception unexpected) when (unexpected is not SocketClosedException && !cancellationToken.IsCancellationRequested)
        {
            // Keys of an issuer, or accounts, that are out of reach: nothing that the client could do better.
            Log(unexpected);
            throw new SocketClosedException(SocketClosure.TryAgainLater);
        }
    }

    public void Log(Exception unexpected) => presenter.Mask(unexpected);

    public SocketOperation CreateOperation(string id, Caller caller, SocketOutput output) =>
        new(id, caller, output, runner, presenter, scopes);
}
