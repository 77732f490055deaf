using Jobs.Api;
using Jobs.Api.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jobs.Clients;

/// <summary>The service's endpoint over the toy schema: without a database, without its configuration.</summary>
public static class ToyHost
{
    public static WebApplication Build(string urls, bool strangersAreRefused, bool isBatching)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(urls);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection([new("GraphQL:AllowBatching", $"{isBatching}")]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddGraphQLTransport(
            services => ToySchema.CreateEngine(
                services.GetRequiredService<IOptions<GraphQLOptions>>().Value.ToEngineOptions(isDevelopment: true)),
            _ => new KnownPeople(strangersAreRefused));
        var app = builder.Build();
        app.UseMiddleware<UnexpectedErrors>();
        app.UseSafeResponseHeaders();
        app.MapGraphQL();
        return app;
    }
}
