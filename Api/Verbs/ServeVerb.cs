using Jobs.Api.Startup;

namespace Jobs.Api.Verbs;

/// <summary>No verb: starts the service and stays until it is told to stop.</summary>
public static class ServeVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = JobsService.Build(JobsService.CreateBuilder(args));
        await StartupSteps.RunAsync(app, CancellationToken.None);
        await app.RunAsync();
        return 0;
    }
}
