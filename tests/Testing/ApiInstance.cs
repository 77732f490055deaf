using Microsoft.AspNetCore.Builder;

namespace Jobs.Testing;

/// <summary>A further running instance of the service, beside that of an <see cref="ApiDriver"/>.</summary>
public sealed class ApiInstance(WebApplication app, Func<long, string> tokenOf, Func<long, Task> ensureUser) : IAsyncDisposable
{
    public HttpClient Http { get; } = new() { BaseAddress = new Uri(app.Urls.Single()) };

    public IServiceProvider Services => app.Services;

    public ApiViewer As(long viewer) => new(Http, tokenOf(viewer), () => ensureUser(viewer));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync(); // As ApiDriver has it: its files are in the driver's folder.
        await app.DisposeAsync();
    }
}
