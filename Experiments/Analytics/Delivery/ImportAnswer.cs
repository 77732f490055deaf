using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Jobs.Experiments;

/// <summary>What came of a request to /import, as far as the sender has to act on it.</summary>
internal enum ImportOutcome
{
    /// <summary>Every event arrived, or those that did not are named.</summary>
    Taken,

    /// <summary>Fewer at once might arrive: too large, or refused without saying which of them.</summary>
    Divide,

    /// <summary>The credentials are refused.</summary>
    Forbidden,

    /// <summary>Later, perhaps.</summary>
    TryAgain,
}

/// <summary>An event that Mixpanel will never take.</summary>
internal sealed record RefusedEvent(int Index, string Field, string Message);

/// <remarks>https://developer.mixpanel.com/reference/import-events</remarks>
internal sealed record ImportAnswer(ImportOutcome Outcome, int Status)
{
    public IReadOnlyList<RefusedEvent> Refused { get; private init; } = [];

    public TimeSpan? RetryAfter { get; private init; }

    public static async Task<ImportAnswer> ReadAsync(
        HttpResponseMessage response, int events, TimeProvider time, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK or HttpStatusCode.BadRequest:
                return Judge(status, events, await response.Content.ReadAsByteArrayAsync(cancellationToken));
            case HttpStatusCode.RequestEntityTooLarge:
                return new(ImportOutcome.Divide, status);
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                return new(ImportOutcome.Forbidden, status);
            default:
                return new(ImportOutcome.TryAgain, status) { RetryAfter = After(response.Headers.RetryAfter, time) };
        }
    }

    // Only an answer that accounts for every event ends the matter; a proxy's friendly page does not.
    private static ImportAnswer Judge(int status, int events, byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var refused = json.RootElement.TryGetProperty("failed_records", out var records)
                ? records.EnumerateArray().Select(Read).ToList() : [];
            var imported = json.RootElement.GetProperty("num_records_imported").GetInt32();
            var areKnown = refused.Select(record => record.Index).Distinct().Count(index => index >= 0 && index < events);
            if (areKnown == refused.Count && imported + refused.Count == events)
                return new(ImportOutcome.Taken, status) { Refused = refused };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            // As unclear as numbers that do not add up.
        }

        return new(status == (int)HttpStatusCode.OK ? ImportOutcome.TryAgain : ImportOutcome.Divide, status);
    }

    private static RefusedEvent Read(JsonElement record) => new(
        record.GetProperty("index").GetInt32(), TextOf(record, "field"), TextOf(record, "message"));

    private static string TextOf(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) ? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "" : "";

    private static TimeSpan? After(RetryConditionHeaderValue? header, TimeProvider time) =>
        header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
}
