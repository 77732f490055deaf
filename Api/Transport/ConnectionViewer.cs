namespace Jobs.Api.Transport;

/// <summary>Who was found behind a request or connection: nobody in particular, somebody, or somebody to refuse.</summary>
public sealed class ConnectionViewer
{
    private readonly Action<IServiceProvider>? enter;

    private ConnectionViewer(Action<IServiceProvider>? enter, string? challenge) => (this.enter, Challenge) = (enter, challenge);

    public static ConnectionViewer Anonymous { get; } = new(enter: null, challenge: null);

    /// <summary>What WWW-Authenticate says to somebody who is refused; null: welcome.</summary>
    public string? Challenge { get; }

    /// <param name="enter">Makes the viewer known to the services of one operation's scope.</param>
    public static ConnectionViewer Known(Action<IServiceProvider> enter) => new(enter, challenge: null);

    public static ConnectionViewer Refused(string challenge) => new(enter: null, challenge);

    /// <summary>Every operation has a scope of its own, several of one connection the same viewer.</summary>
    public void Enter(IServiceProvider scope) => enter?.Invoke(scope);
}
