using Jobs.Api;
using Jobs.Api.Http;
using Jobs.GraphQL;
using Jobs.GraphQL.PersistedOperations;
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
    public static WebApplication Build(
        string urls, bool strangersAreRefused, bool isBatching, DirectoryInfo? trustedDocuments, bool isTrustedOnly,
        bool isGraphiQL = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(urls);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection(
            [new("GraphQL:AllowBatching", $"{isBatching}"), new("GraphQL:GraphiQL", $"{isGraphiQL}")]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddGraphQLTransport(
            services => ToySchema.CreateEngine(
                services.GetRequiredService<IOptions<GraphQLOptions>>().Value.ToEngineOptions(
                    isDevelopment: true, new PersistedOperationOptions { TrustedOnly = isTrustedOnly })),
            _ => new KnownPeople(strangersAreRefused));
        var app = builder.Build();
        app.UseMiddleware<UnexpectedErrors>();
        app.UseSafeResponseHeaders();
        app.UseGraphQL();
        if (trustedDocuments is not null) Trust(app.Services.GetRequiredService<GraphQLEngine>(), trustedDocuments);
        return app;
    }

    private static void Trust(GraphQLEngine engine, DirectoryInfo folder)
    {
        var found = OperationDocumentFiles.Read(folder.FullName);
        foreach (var problem in found.Problems.Concat(engine.TrustedDocuments.Replace(found.Documents)))
            Console.Error.WriteLine(problem);
    }
}
