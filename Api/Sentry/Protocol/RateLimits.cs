using System.Globalization;
using System.Net.Http.Headers;

namespace Jobs.Api.Sentry;

/// <summary>What Sentry does not want at present, and until when: read from every answer.</summary>
/// <remarks>https://develop.sentry.dev/sdk/foundations/transport/rate-limiting/</remarks>
public sealed class RateLimits(TimeProvider time)
{
    public const string Header = "X-Sentry-Rate-Limits";
    private const int TooManyRequests = 429;
    private static readonly DataCategory[] Categories = Enum.GetValues<DataCategory>();
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(60);

    // Whatever an answer says, Sentry is asked again the next day.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private readonly long[] until = new long[Categories.Length];

    public bool IsLimited(DataCategory category) => time.GetTimestamp() < Volatile.Read(ref until[(int)category]);

    public void Read(int status, HttpResponseHeaders headers)
    {
        var isTold = false;
        if (headers.TryGetValues(Header, out var values))
            foreach (var limit in values.SelectMany(value => value.Split(','))) isTold |= TryApply(limit);
        if (isTold || status != TooManyRequests) return;
        LimitAll(headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => Usual,
        });
    }

    // seconds:category;category:scope:reason:namespaces, and whatever may come to stand behind that.
    private bool TryApply(string limit)
    {
        var parts = limit.Split(':', StringSplitOptions.TrimEntries);
        if (parts.Length < 2 || !double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            || !(seconds >= 0))
            return false;
        var length = seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : Longest;
        if (parts[1].Length == 0) LimitAll(length);
        foreach (var name in parts[1].Split(';', StringSplitOptions.TrimEntries))
            if (ProtocolName.TryFind(name, out DataCategory category)) Limit(category, length);
        return true;
    }

    private void LimitAll(TimeSpan length)
    {
        foreach (var category in Categories) Limit(category, length);
    }

    // The longest one holds: a shorter one, told later, takes nothing back.
    private void Limit(DataCategory category, TimeSpan length)
    {
        var limited = length < Longest ? length : Longest;
        var end = time.GetTimestamp() + (long)(limited.TotalSeconds * time.TimestampFrequency);
        ref var current = ref until[(int)category];
        if (end > Volatile.Read(ref current)) Volatile.Write(ref current, end);
    }
}
