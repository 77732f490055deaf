using Jobs.Api.Observability;
using Jobs.GraphQL;
using Jobs.GraphQL.Binding;
using Jobs.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Jobs.Api.Tests.Observability;

/// <summary>The service with a schema that has deprecated elements, a field with SQL and one behind a gate.</summary>
public class ObservedApi : ApiDriver
{
    private const string Sdl = """
        type Query {
          jobs(kind: Kind): Int!
          openJobs: Int @deprecated(reason: "Use jobs.")
          counted(statements: Int!): Int!
          gated: Int!
          broken: Int
        }
        enum Kind { HOURLY DAILY @deprecated }
        """;

    public Gate Gate { get; } = new();

    public T Hosted<T>() => Services.GetServices<IHostedService>().OfType<T>().Single();

    public async Task<string> SendAsync(string query, object? variables = null, string? client = null, string? version = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { query, variables }),
        };
        if (client is not null) request.Headers.Add(ClientIdentity.NameHeader, client);
        if (version is not null) request.Headers.Add(ClientIdentity.VersionHeader, version);
        return await SendAsync(request);
    }

    public async Task<string> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection([new("Observability:ClientsMax", "3")]);
        builder.Services.AddSingleton(Gate);
        builder.Services.Replace(ServiceDescriptor.Singleton(services => GraphQLEngine.Create(
            Sdl,
            new SchemaBinding().AddTypes(typeof(Kind)).AddResolvers(typeof(ObservedQueries))
                .IsService(services.GetRequiredService<IServiceProviderIsService>().IsService))));
    }
}

/// <summary>How a job is paid.</summary>
public enum Kind
{
    Hourly,
    Daily,
}

/// <summary>Says when a request has come in, and holds it until it is opened.</summary>
public sealed class Gate
{
    public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>The fields of <c>Query</c>.</summary>
public static class ObservedQueries
{
    public static int Jobs(Kind? kind) => kind is null ? 1 : 2;

    public static int? OpenJobs() => 1;

    public static async Task<int> Counted(int statements, NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        for (var count = 0; count < statements; count++)
        {
            await using var command = dataSource.CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(cancellationToken);
        }
        return statements;
    }

    public static async Task<int> Gated(Gate gate)
    {
        gate.Entered.TrySetResult();
        await gate.Opened.Task;
        return 1;
    }

    public static int? Broken() => throw new InvalidOperationException("Broken on purpose.");
}
