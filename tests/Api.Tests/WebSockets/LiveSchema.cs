using Jobs.Api.Transport;
using Jobs.GraphQL;
using Jobs.GraphQL.Binding;
using Jobs.GraphQL.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Jobs.Api.Tests.WebSockets;

/// <summary>A schema in which something happens, and who may ask it.</summary>
internal static class LiveSchema
{
    private const string Sdl = """
        type Query { hello: String!  viewer: String!  broken: String  wait: String! }
        type Mutation { say(room: String!, text: String!): Boolean! }
        type Subscription {
          said(room: String!): Said!
          flood(name: String!, events: Int!, characters: Int!): String!
          refused: String!
          broken: String!
        }
        type Said { text: String!  visit: Int! }
        """;

    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton(new Topic<string, Said>());
        services.AddSingleton<Floods>();
        services.AddSingleton<Visits>();
        services.AddScoped<Visit>();
        services.AddGraphQLTransport(CreateEngine, provider => new Doorkeeper(provider.GetRequiredService<TimeProvider>()));
    }

    private static GraphQLEngine CreateEngine(IServiceProvider services) => GraphQLEngine.Create(
        Sdl,
        new SchemaBinding().IsService(services.GetRequiredService<IServiceProviderIsService>().IsService)
            .AddTypes(typeof(Said))
            .AddResolvers(typeof(LiveQueries), typeof(LiveMutations), typeof(LiveSubscriptions), typeof(SaidResolvers)),
        services.GetRequiredService<IOptions<GraphQLOptions>>().Value.ToEngineOptions(isDevelopment: false));

    /// <summary>
    /// "Bearer NAME" is that person for an hour; "Bearer stranger" is refused, and "Bearer outage" finds nobody to ask.
    /// </summary>
    private sealed class Doorkeeper(TimeProvider time) : ConnectionSignIn
    {
        public override ValueTask<ConnectionViewer> SignInAsync(
            StringValues authorization, CancellationToken cancellationToken)
        {
            if (authorization.Count == 0) return new(ConnectionViewer.Anonymous);
            if (authorization == "Bearer outage") throw new HttpRequestException("The issuer is out of reach.");
            if (authorization is not [{ } text] || !text.StartsWith("Bearer ", StringComparison.Ordinal) || text == "Bearer stranger")
                return new(ConnectionViewer.Refused("Bearer"));
            var name = text["Bearer ".Length..];
            return new(ConnectionViewer.Known(
                scope => scope.GetRequiredService<Visit>().Viewer = name, time.GetUtcNow().AddHours(1)));
        }
    }
}
