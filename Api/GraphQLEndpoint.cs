using Jobs.Api.Http;
using Jobs.Api.Startup;
using Jobs.Api.Transport;
using Jobs.GraphQL;

namespace Jobs.Api;

/// <summary>Serves an engine, whatever its schema is about, over every transport: all at one address.</summary>
public static class GraphQLEndpoint
{
    public const string Path = "/graphql";

    /// <typeparam name="TSignIn">Who may ask.</typeparam>
    public static IServiceCollection AddGraphQLTransport<TSignIn>(
        this IServiceCollection services, Func<IServiceProvider, GraphQLEngine> createEngine)
        where TSignIn : ConnectionSignIn
    {
        services.AddStrictOptions<GraphQLOptions>(GraphQLOptions.Section);
        services.AddSingleton(createEngine);
        services.AddSingleton<ConnectionSignIn, TSignIn>();
        services.AddSingleton<ErrorPresenter>();
        services.AddSingleton<OperationRunner>();
        services.AddSingleton<HttpTransport>();
        return services;
    }

    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string path = Path)
    {
        var pipeline = endpoints.CreateApplicationBuilder();
        // Asked for at the first request: the engine's database is not open yet while the application is put together.
        pipeline.Run(context => context.RequestServices.GetRequiredService<HttpTransport>().AnswerAsync(context));
        return endpoints.Map(path, pipeline.Build());
    }
}
