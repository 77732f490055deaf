using Jobs.Experiments;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Jobs.Testing;

/// <summary>The service in Development: its events go to its own collector.</summary>
public sealed class CollectingApi : ApiDriver
{
    private readonly string folder = Directory.CreateTempSubdirectory("jobs-collector-").FullName;

    public CollectedEvents Collected => Services.GetRequiredService<CollectedEvents>();

    /// <summary>The files that events went through.</summary>
    public string Folder => folder;

    /// <summary>Events that arrived, the first first.</summary>
    public async Task<IReadOnlyList<ExportedEvent>> UntilAsync(Func<IReadOnlyList<ExportedEvent>, bool> condition)
    {
        while (true)
        {
            var events = Collected.Latest(1000).Reverse().ToList();
            if (condition(events)) return events;
            Time.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    protected override string EnvironmentName => Environments.Development;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Samples:Enabled"] = "false",
            ["Mixpanel:SpoolFolder"] = folder,
            ["Mixpanel:RequestSecondsMax"] = "300", // By the tests' clock, which goes on faster while they wait.
            ["Auth:DevelopmentKey"] = "a key of Development that is long enough",
        });
    }
}
