namespace Jobs.Api.Sentry;

/// <summary>An exception with its causes as Sentry wants them: the innermost first.</summary>
/// <remarks>https://develop.sentry.dev/sdk/data-model/event-payloads/exception/</remarks>
public static class ExceptionChain
{
    private const int ExceptionsMax = 10;
    private const string Chained = "chained";

    /// <param name="exception">The outermost one.</param>
    /// <param name="handled">Whether the service went on: unhandled ones count as crashes.</param>
    /// <param name="mechanism">A word for who caught it.</param>
    public static IReadOnlyList<SentryException> Of(Exception exception, bool handled, string mechanism = "generic")
    {
        var chain = new List<SentryException>();
        Add(chain, exception, new SentryMechanism(mechanism, Id: 0, Handled: handled));
        chain.Reverse();
        return chain;
    }

    // Outermost first, each cause right behind what it caused; beyond the limit causes are left out, however they are tied.
    private static void Add(List<SentryException> chain, Exception exception, SentryMechanism mechanism)
    {
        var causes = exception switch
        {
            AggregateException several => several.InnerExceptions.Select((cause, index) => (cause, $"InnerExceptions[{index}]")),
            { InnerException: { } cause } => [(cause, nameof(Exception.InnerException))],
            _ => [],
        };
        var type = exception.GetType();
        chain.Add(new SentryException(
            type.ToString(), MaskedText.Message(exception), type.Assembly.GetName().Name,
            mechanism with { IsExceptionGroup = exception is AggregateException }, StackFrames.Of(exception)));
        foreach (var (cause, source) in causes)
        {
            if (chain.Count == ExceptionsMax) return;
            Add(chain, cause, new SentryMechanism(Chained, chain.Count, mechanism.Id, source));
        }
    }
}
