using Jobs.Api.Connections;
using Jobs.Api.GraphiQL;
using Jobs.Api.Http;
using Jobs.Api.Observability;
using Jobs.Api.ServerSentEvents;
using Jobs.Api.Startup;
using Jobs.Api.Transport;
using Jobs.Api.WebSockets;
using Jobs.GraphQL;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Jobs.Api;

/// <summary>Serves an engine, whatever its schema is about, over every transport: all at one address.</summary>
public static class GraphQLEndpoint
{
    public const string Path = "/graphql";

    /// <param name="services">Of the application.</param>
    /// <param name="createEngine">The schema with the code behind it.</param>
    /// <param name="createSignIn">Who may ask.</param>
    public static IServiceCollection AddGraphQLTransport(
        this IServiceCollection services, Func<IServiceProvider, GraphQLEngine> createEngine,
        Func<IServiceProvider, ConnectionSignIn> createSignIn)
    {
        services.AddStrictOptions<GraphQLOptions>(GraphQLOptions.Section);
        services.AddSingleton(createEngine);
        services.AddSingleton(createSignIn);
        services.AddSingleton<ErrorPresenter>();
        services.AddOperationObservations();
        services.AddCurrentRequest();
        services.AddSingleton<OperationRunner>();
        services.AddSingleton<HttpTransport>();
        services.AddSingleton<GraphiQLAssets>();
        services.AddSingleton<GraphiQLPage>();
        services.AddSingleton<OperationExecution>();
        services.AddSingleton<BatchExecution>();
        services.AddSingleton<MultipartResponse>();
        services.AddCors();
        services.AddCompressedResponses();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<OpenConnections>();
        services.AddSingleton<EventStreamTransport>();
        services.AddSingleton<WebSocketTransport>();
        return services;
    }

    /// <summary>
    /// Answers at the path and leaves everything else to what comes after. Not an endpoint of the router: what the router, and
    /// the console's sign-in behind it, do for every request costs as much as a small operation.
    /// </summary>
    public static IApplicationBuilder UseGraphQL(this IApplicationBuilder app, string path = Path) => app.MapWhen(
        context => IsAt(context.Request.Path, path),
        branch =>
        {
            // Asked for at the first request: the engine's database is not open yet while the application is put together.
            // Not from the request's services: a socket would keep a scope that nothing uses.
            var services = branch.ApplicationServices;
            branch.MapWhen(context => HttpMethods.IsPost(context.Request.Method), posts => posts.RunOperations(services));
            // Sockets are pinged by the protocol's own messages, on one clock for all of them.
            branch.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
            branch.MapWhen(context => context.WebSockets.IsWebSocketRequest, sockets => sockets.Run(
                context => services.GetRequiredService<WebSocketTransport>().AnswerAsync(context)));
            branch.MapWhen(
                context => services.GetRequiredService<GraphiQLPage>().IsWanted(context),
                pages => pages.UseResponseCompression().Run(
                    context => services.GetRequiredService<GraphiQLPage>().AnswerAsync(context)));
            branch.RunOperations(services);
        });

    private static void RunOperations(this IApplicationBuilder app, IServiceProvider services)
    {
        app.UseCrossOriginRequests();
        app.UseWhen(context => context.Request.Headers.AcceptEncoding.Count > 0, some => some.UseResponseCompression());
        HttpTransport? transport = null;
        app.Run(context => (transport ??= services.GetRequiredService<HttpTransport>()).AnswerAsync(context));
    }

    private static bool IsAt(PathString asked, string path) => asked.Value is { } text && (text == path
        || ((text.Length == path.Length || (text.Length == path.Length + 1 && text[^1] == '/'))
            && text.StartsWith(path, StringComparison.OrdinalIgnoreCase)));
}
