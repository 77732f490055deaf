using System.Diagnostics;
using Jobs.Api.Observability;
using Jobs.Persistence;

namespace Jobs.Api.Sentry;

/// <summary>Hears of every SQL statement, in the flow that asked for it.</summary>
internal static class StatementListener
{
    private const string TextTag = "db.query.text";

    /// <summary>Without saying which statement it was.</summary>
    public static IDisposable ToDurations(Action<string, TimeSpan> onStatement) =>
        StatementDurations.Listen(took => onStatement("", took));

    /// <summary>From spans, which have the text; they are made only where somebody wants them.</summary>
    public static IDisposable ToNames(Func<bool> isWanted, Action<string, TimeSpan> onStatement)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or SharedStatement.TelemetryName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                isWanted() ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = statement =>
            {
                if (statement.GetTagItem(TextTag) is string text) onStatement(text, statement.Duration);
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
