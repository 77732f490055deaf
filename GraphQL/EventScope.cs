namespace Jobs.GraphQL;

/// <summary>The services that answer one event of a subscription, and what is disposed when its result is there.</summary>
/// <param name="Services">Where the resolvers' services come from, loaders and their scheduler among them.</param>
/// <param name="Scope">Disposed once the event's result is complete; null if there is nothing to dispose.</param>
public readonly record struct EventScope(IServiceProvider Services, IAsyncDisposable? Scope = null);
