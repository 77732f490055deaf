using System.Text.RegularExpressions;

namespace Jobs.Api.Sentry;

/// <summary>The header <c>sentry-trace</c>: trace, span and, where somebody decided it, whether spans are kept.</summary>
/// <remarks>https://develop.sentry.dev/sdk/foundations/trace-propagation/#the-sentry-trace-header</remarks>
internal static partial class SentryTraceHeader
{
    public const string Name = "sentry-trace";

    /// <summary>The same in the words of W3C; null for what is no such header.</summary>
    /// <remarks>Nothing decided means that it is up to us, and we keep spans.</remarks>
    public static string? ToTraceparent(string? value)
    {
        if (value is null || Form().Match(value.Trim()) is not { Success: true } match) return null;
        var flags = match.Groups["sampled"].Value == "0" ? "00" : "01";
        return $"00-{match.Groups["trace"].Value}-{match.Groups["span"].Value}-{flags}";
    }

    public static string Of(string traceId, string spanId, string? sampled) => sampled switch
    {
        "true" => $"{traceId}-{spanId}-1",
        "false" => $"{traceId}-{spanId}-0",
        _ => $"{traceId}-{spanId}",
    };

    [GeneratedRegex(
        "^(?!0{32})(?<trace>[0-9a-f]{32})-(?!0{16})(?<span>[0-9a-f]{16})(-(?<sampled>[01]))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
