using Jobs.Api.Sentry;
using Jobs.Api.Triage;

namespace Jobs.Api.Errors;

/// <summary>Says which release starts here, so that what is new right after its first start is taken to have come with it.</summary>
public sealed class RunningRelease(ErrorTriage triage, SentryProject project) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        triage.NoteRelease(project.Release);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
