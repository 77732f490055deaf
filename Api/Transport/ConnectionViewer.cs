namespace Jobs.Api.Transport;

/// <summary>Who was found behind a request or connection: nobody in particular, somebody, or somebody to refuse.</summary>
public sealed class ConnectionViewer
{
    private readonly Action<IServiceProvider>? enter;

    private ConnectionViewer(Action<IServiceProvider>? enter, string? challenge, DateTimeOffset? expiresAt) =>
        (this.enter, Challenge, ExpiresAt) = (enter, challenge, expiresAt);

    public static ConnectionViewer Anonymous { get; } = new(enter: null, challenge: null, expiresAt: null);

    /// <summary>What WWW-Authenticate says to somebody who is refused; null: welcome.</summary>
    public string? Challenge { get; }

    /// <summary>When the credentials end, and with them a connection that was opened with them; null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <param name="enter">Makes the viewer known to the services of one operation's scope.</param>
    /// <param name="expiresAt">When the credentials end.</param>
    public static ConnectionViewer Known(Action<IServiceProvider> enter, DateTimeOffset? expiresAt = null) =>
        new(enter, challenge: null, expiresAt);

    public static ConnectionViewer Refused(string challenge) => new(enter: null, challenge, expiresAt: null);

    /// <summary>Every operation has a scope of its own, several of one connection the same viewer.</summary>
    public void Enter(IServiceProvider scope) => enter?.Invoke(scope);
}
