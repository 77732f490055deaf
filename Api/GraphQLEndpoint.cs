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

    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string path = Path)
    {
        var pipeline = endpoints.CreateApplicationBuilder();
        // Sockets are pinged by the protocol's own messages, on one clock for all of them.
        pipeline.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        // Asked for at the first request: the engine's database is not open yet while the application is put together.
        // Not from the request's services: a socket would keep a scope that nothing uses.
        pipeline.MapWhen(context => context.WebSockets.IsWebSocketRequest, sockets => sockets.Run(
            context => sockets.ApplicationServices.GetRequiredService<WebSocketTransport>().AnswerAsync(context)));
        pipeline.UseCrossOriginRequests();
        pipeline.UseResponseCompression();
        pipeline.MapWhen(context => context.RequestServices.GetRequiredService<GraphiQLPage>().IsWanted(context),
            pages => pages.Run(context => context.RequestServices.GetRequiredService<GraphiQLPage>().AnswerAsync(context)));
        pipeline.Run(context => context.RequestServices.GetRequiredService<HttpTransport>().AnswerAsync(context));
        return endpoints.Map(path, pipeline.Build());
    }
}
