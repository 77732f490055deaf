namespace Jobs.Api.Transport;

/// <summary>Who asks, and in which HTTP request: of a WebSocket, the one that opened it.</summary>
public readonly record struct Caller(HttpContext Context, ConnectionViewer Viewer)
{
    /// <summary>Makes both known to the services of one operation's scope.</summary>
    public void Enter(IServiceProvider scope)
    {
        scope.GetRequiredService<CurrentRequest>().Context = Context;
        Viewer.Enter(scope);
    }

    /// <summary>A new scope with both in it.</summary>
    public AsyncServiceScope OpenScope(IServiceScopeFactory scopes)
    {
        var scope = scopes.CreateAsyncScope();
        Enter(scope.ServiceProvider);
        return scope;
    }
}
