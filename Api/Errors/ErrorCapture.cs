using Jobs.Api.Sentry;
using Jobs.Api.Transport;
using Jobs.Api.Triage;
using Jobs.Experiments;
using Jobs.Persistence;
using Jobs.Schema;

namespace Jobs.Api.Errors;

/// <summary>Where every error of the service comes by: it is triaged, and sent if it is one that somebody wants to see.</summary>
public sealed class ErrorCapture(
    ErrorTriage triage, SentryClient sentry, SentryProject project, RecentArms arms, TimeProvider time)
{
    /// <summary>What outcomes are called whose kind nobody said.</summary>
    private const string UnknownKind = "GRAPHQL_ERROR";
    private const string CancelledKind = "CANCELLED";

    /// <param name="error">As it was caught.</param>
    /// <param name="services">Those of the operation's scope; null: it belongs to nobody's request.</param>
    /// <param name="request">The request that failed, if it was more than an operation.</param>
    /// <returns>Null for somebody who has gone: that is counted and no error.</returns>
    public TriagedError? Capture(CaughtError error, IServiceProvider? services = null, HttpContext? request = null)
    {
        if (error.Exception is OperationCanceledException)
        {
            CountExpected(CancelledKind);
            return null;
        }
        error = error with { Variants = VariantsOf(services) };
        var fingerprint = ErrorFingerprint.Of(
            error.Source, error.Source == ErrorSource.Graphql ? triage.OperationName(error.Operation) : error.Operation,
            error.SchemaPath, error.Exception?.GetType().FullName ?? error.Kind,
            error.Exception is { } exception ? InAppFrame.TopOf(exception) : null);
        var triaged = triage.See(new ErrorSighting(fingerprint, time.GetUtcNow())
        {
            Core = error.Damage.IsCore,
            RequestFailed = error.Damage.RequestFailed,
            DataLost = error.IsDataLost,
            Viewer = error.Viewer,
            Variants = error.Variants,
            Release = project.Release,
        });
        RequestHealth.Note(request ?? services?.GetService<CurrentRequest>()?.Context, triaged.Verdict.Level, error.IsHandled);
        Send(error, fingerprint, triaged);
        return triaged;
    }

    /// <summary>What clients run into by themselves: a number, and an event only if it suddenly happens to everybody.</summary>
    /// <param name="code">The error's code.</param>
    public void CountExpected(string? code)
    {
        if (triage.CountExpected(code ?? UnknownKind) is { } unusual)
            Send(new CaughtError(ErrorSource.Expected) { Kind = code ?? UnknownKind }, ErrorFingerprint.Expected(code ?? UnknownKind), unusual);
    }

    /// <summary>What running experiments showed lately to whoever asks.</summary>
    // Who asks is only asked for where somebody was shown anything: it may open a scope for nothing else.
    public IReadOnlyList<ViewerVariant> VariantsOf(IServiceProvider? services) =>
        !arms.IsEmpty && services?.GetService<CurrentViewer>()?.UserId is { } userId && arms.Of(userId) is { Count: > 0 } given
            ? [.. given.Select(arm => new ViewerVariant(arm.Experiment, arm.Variant))] : [];

    private void Send(CaughtError error, ErrorFingerprint fingerprint, TriagedError triaged)
    {
        if (!sentry.IsEnabled) return;
        if (triaged.IsSent) sentry.Capture(ErrorEvent.Of(error, fingerprint, triaged));
        else if (triaged.Verdict.Level > TriageLevel.None) sentry.Discard(DiscardReason.SampleRate, DataCategory.Error);
    }
}
