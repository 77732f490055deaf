using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Jobs.Api.Tests.Sentry;

/// <summary>Another service, which this one asks; it remembers the headers that it got.</summary>
public sealed class CalledService : IAsyncDisposable
{
    private readonly WebApplication app;

    private CalledService(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    /// <summary>By path: the values of each header.</summary>
    public ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Headers { get; } = new();

    public static async Task<CalledService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var called = new CalledService(builder.Build());
        called.app.Run(context =>
        {
            called.Headers[context.Request.Path] = context.Request.Headers.ToDictionary(
                header => header.Key.ToLowerInvariant(), header => $"{header.Value}");
            return Task.CompletedTask;
        });
        await called.app.StartAsync();
        return called;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
