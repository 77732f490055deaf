using Jobs.Api.Transport;

namespace Jobs.Api.Http;

/// <summary>
/// The services of a request of nobody in particular, whose scope is opened when something is asked of it: it costs as much as a
/// small operation, which asks nothing.
/// </summary>
public sealed class RequestServices : IServiceProvider
{
    private readonly HttpContext context;
    private IServiceProvider? scope;

    private RequestServices(HttpContext context) => this.context = context;

    /// <summary>Those of the request's scope, with its viewer in it.</summary>
    public static IServiceProvider Of(HttpContext context, ConnectionViewer viewer)
    {
        if (viewer == ConnectionViewer.Anonymous) return new RequestServices(context);
        viewer.Enter(context.RequestServices);
        return context.RequestServices;
    }

    public object? GetService(Type serviceType) => (Volatile.Read(ref scope) ?? Open()).GetService(serviceType);

    private IServiceProvider Open()
    {
        lock (context) return scope ??= context.RequestServices; // Which itself is for one thread at a time.
    }
}
