using Jobs.Api.Errors;
using Jobs.Api.Sentry;
using Jobs.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jobs.Api.Tests.Errors;

/// <summary>The service with a receiver of Sentry's protocol beside it.</summary>
public class ReportingApi : ApiDriver
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobs-errors-");
    private SentryReceiver? receiver;

    public SentryReceiver Receiver => receiver!;

    /// <summary>Files of this service alone.</summary>
    protected string Folder => folder.FullName;

    /// <summary>The events of what is done, and nothing that came before.</summary>
    public async Task<IReadOnlyList<ReceivedItem>> EventsOfAsync(Func<Task> act)
    {
        await FlushAsync();
        var before = Receiver.ItemsOf("event").Count;
        await act();
        await FlushAsync();
        return [.. Receiver.ItemsOf("event").Skip(before)];
    }

    public async Task FlushAsync() =>
        Assert.True(await Services.GetRequiredService<SentryClient>().FlushAsync(TimeSpan.FromSeconds(30)));

    public override async ValueTask InitializeAsync()
    {
        receiver = await SentryReceiver.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Receiver.DisposeAsync();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Sentry:Dsn"] = Receiver.Dsn,
            ["Sentry:Release"] = "jobs@7.1.0",
            ["Sentry:BufferFolder"] = folder.CreateSubdirectory("sentry").FullName,
            ["Sentry:RequestSecondsMax"] = "60", // Connecting is limited by the real clock.
        });
        // The driver has taken all providers of the log away but its own.
        builder.Services.AddSingleton<ILoggerProvider, ErrorLogs>();
        builder.Services.AddSingleton<ILoggerProvider, BreadcrumbLogs>();
    }
}
