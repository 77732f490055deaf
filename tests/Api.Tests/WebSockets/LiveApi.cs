using System.Net;
using System.Net.WebSockets;
using Jobs.Api.Connections;
using Jobs.Api.Http;
using Jobs.GraphQL;
using Jobs.GraphQL.Subscriptions;
using Jobs.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jobs.Api.Tests.WebSockets;

/// <summary>The endpoint on real HTTP over a schema with subscriptions, with a clock that tests move.</summary>
public sealed class LiveApi : IAsyncDisposable
{
    public const string AllowedOrigin = "https://jobs.example";
    private readonly WebApplication app;

    private LiveApi(IEnumerable<(string Name, int Value)> settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = SmallBuffers);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMinutes(1));
        builder.Configuration.AddInMemoryCollection(
        [
            new("GraphQL:AllowedOrigins:0", AllowedOrigin),
            new("GraphQL:ExecutionSecondsMax", "300"), // By a clock that no test moves.
        ]);
        builder.Configuration.AddInMemoryCollection(settings.Select(
            setting => KeyValuePair.Create<string, string?>($"GraphQL:{setting.Name}", $"{setting.Value}")));
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Time);
        LiveSchema.AddTo(builder.Services);
        app = builder.Build();
        app.UseMiddleware<UnexpectedErrors>();
        app.UseGraphQL();
    }

    public FakeTimeProvider Time { get; } = new();

    public LoggedLines Log { get; } = new();

    public HttpClient Http { get; } = new();

    public Topic<string, Said> Room => app.Services.GetRequiredService<Topic<string, Said>>();

    public Floods Floods => app.Services.GetRequiredService<Floods>();

    public GraphQLEngine Engine => app.Services.GetRequiredService<GraphQLEngine>();

    public Visits Visits => app.Services.GetRequiredService<Visits>();

    public int Connections => app.Services.GetRequiredService<OpenConnections>().Count;

    public Uri Address => new(app.Urls.First() + "/graphql");

    /// <summary>The same over HTTP/2 without TLS.</summary>
    public Uri Http2Address => new(app.Urls.Last() + "/graphql");

    public static async Task<LiveApi> StartAsync(params (string Name, int Value)[] settings)
    {
        var api = new LiveApi(settings);
        await api.app.StartAsync();
        return api;
    }

    /// <summary>A socket on which nothing has been said. The service knows it already.</summary>
    public async Task<LiveSocket> OpenAsync(Action<ClientWebSocketOptions>? configure = null)
    {
        var socket = await LiveSocket.OpenAsync(Address, configure);
        await socket.SettleAsync();
        return socket;
    }

    /// <summary>A socket whose connection_init is acknowledged.</summary>
    public async Task<LiveSocket> ConnectAsync(string? token = null)
    {
        var socket = await OpenAsync();
        await socket.SendAsync(token is null ? """{"type":"connection_init"}"""
            : $$$"""{"type":"connection_init","payload":{"Authorization":"Bearer {{{token}}}"}}""");
        await socket.ExpectAsync("connection_ack");
        return socket;
    }

    /// <summary>
    /// Moves the clock once so many connections are sending. That a client has what was sent does not say that the service knows
    /// it already: an hour that passed in between would be an hour that a client did not read.
    /// </summary>
    public async Task AdvanceAsync(TimeSpan by, int sending = 0)
    {
        while (app.Services.GetRequiredService<OpenConnections>().SendingCount != sending) await Task.Yield();
        Time.Advance(by);
    }

    /// <summary>Stops the service as SIGTERM does; ends when everything has come to its end.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    /// <summary>
    /// What is on its way between two processes is bounded by the system's buffers: small ones make short tests.
    /// </summary>
    private static System.Net.Sockets.Socket SmallBuffers(EndPoint endpoint)
    {
        var listening = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        listening.SendBufferSize = 64 * 1024;
        return listening;
    }
}
