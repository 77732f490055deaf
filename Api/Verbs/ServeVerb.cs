using System.Runtime.InteropServices;
using Jobs.Api.Errors;
using Jobs.Api.Startup;
using Jobs.Schema;

namespace Jobs.Api.Verbs;

/// <summary>No verb: starts the service and stays until it is told to stop.</summary>
public static class ServeVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        // The contract waits for no setting: it is read by the other processor, which has nothing to do yet.
        _ = Task.Run(() => JobsSchema.Document);
        await using var app = JobsService.Build(JobsService.CreateBuilder(args));
        try
        {
            await StartAsync(app);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await FailedStart.ReportAsync(app.Services, exception);
            throw;
        }
        await RunAsync(app);
        return 0;
    }

    private static async Task RunAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch
        {
            // Background work that is disposed of while it begins would be reported as work that failed.
            await app.StopAsync();
            throw;
        }
        await app.WaitForShutdownAsync();
    }

    // The host minds signals only once it runs; a service stopped while it starts must not leave its PostgreSQL behind.
    private static async Task StartAsync(WebApplication app)
    {
        using var stopping = new CancellationTokenSource();
        using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        await StartupSteps.RunAsync(app, stopping.Token);

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopping.Cancel();
        }
    }
}
