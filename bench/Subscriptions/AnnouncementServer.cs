using Jobs.Api;
using Jobs.Api.Transport;
using Jobs.GraphQL;
using Jobs.GraphQL.Binding;
using Jobs.GraphQL.Subscriptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Jobs.SubscriptionsBenchmark;

/// <summary>The service's endpoint over a topic that everybody subscribes to.</summary>
public static class AnnouncementServer
{
    private const string Sdl = """
        type Query { subscribers: Int! }
        type Mutation { announce(text: String!): Int! }
        type Subscription { announced: String! }
        """;

    public static async Task<int> RunAsync(string urls)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(urls);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(new Topic<string, string>());
        builder.Services.AddGraphQLTransport(CreateEngine, _ => new Everybody());
        await using var app = builder.Build();
        app.UseGraphQL();
        await app.StartAsync();
        Console.WriteLine($"Ready at {app.Urls.First()}/graphql");
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static GraphQLEngine CreateEngine(IServiceProvider services) => GraphQLEngine.Create(
        Sdl,
        new SchemaBinding().IsService(services.GetRequiredService<IServiceProviderIsService>().IsService)
            .AddResolvers(typeof(AnnouncementQueries), typeof(AnnouncementMutations), typeof(AnnouncementSubscriptions)),
        services.GetRequiredService<IOptions<GraphQLOptions>>().Value.ToEngineOptions(isDevelopment: false));

    private sealed class Everybody : ConnectionSignIn
    {
        public override ValueTask<ConnectionViewer> SignInAsync(
            StringValues authorization, CancellationToken cancellationToken) => new(ConnectionViewer.Anonymous);
    }
}
