using Jobs.Api.Transport;

namespace Jobs.Api.Http;

/// <summary>
/// The services of a request's scope, with its caller in it. Of nobody in particular, it is opened when something is asked of it:
/// it costs as much as a small operation, which asks nothing.
/// </summary>
/// <remarks>Disposed when the request is over: its context is the next request's then, whoever that comes from.</remarks>
public sealed class RequestServices : IServiceProvider, IDisposable
{
    private readonly Caller caller;
    private IServiceProvider? scope;
    private bool isOver;

    public RequestServices(Caller caller)
    {
        this.caller = caller;
        if (caller.Viewer != ConnectionViewer.Anonymous) Open();
    }

    /// <exception cref="ObjectDisposedException">The request is over.</exception>
    public object? GetService(Type serviceType) => (Volatile.Read(ref scope) ?? Open()).GetService(serviceType);

    public void Dispose()
    {
        lock (caller.Context) isOver = true;
    }

    private IServiceProvider Open()
    {
        lock (caller.Context) // Whose scope is for one thread at a time.
        {
            ObjectDisposedException.ThrowIf(isOver, this);
            if (scope is { } opened) return opened;
            var services = caller.Context.RequestServices;
            caller.Enter(services);
            Volatile.Write(ref scope, services);
            return services;
        }
    }
}
