using System.Text.Json;

namespace Jobs.Experiments;

/// <summary>
/// Answers like Mixpanel, as strictly as its documentation says, so that the same client runs against the one and the other.
/// Knows bodies and answers; who calls it knows HTTP.
/// </summary>
public sealed class MixpanelCollector(CollectedEvents events, TimeProvider time)
{
    private static readonly TimeSpan TrackAgeMax = TimeSpan.FromDays(5);

    /// <summary>Bytes of a request after decompression.</summary>
    public static int BodyBytesMax => ImportRules.BatchBytesMax;

    /// <summary>POST /import?strict=1: an array of events or one in each line.</summary>
    public async Task<CollectorAnswer> ImportAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (Parse(body) is not { } records)
            return CollectorAnswer.Error(400, "the body is neither a JSON array nor lines of JSON");
        if (records.Count > ImportRules.BatchEventsMax) return CollectorAnswer.Error(413, "more than 2000 events");
        var now = time.GetUtcNow();
        var refused = new List<object>();
        var taken = new List<JsonElement>();
        foreach (var (index, record) in records.Index())
        {
            if (ImportRules.Problem(record, now) is not var (field, message)) taken.Add(record);
            else refused.Add(new FailedRecord(index, InsertIdOf(record), field, message));
        }

        await events.AddAsync(taken, cancellationToken);
        return refused.Count == 0
            ? CollectorAnswer.Json(200, new { code = 200, num_records_imported = taken.Count, status = "OK" })
            : CollectorAnswer.Json(400, new
            {
                code = 400,
                error = "some data points in the request failed validation",
                failed_records = refused,
                num_records_imported = taken.Count,
                status = "Bad Request",
            });
    }

    /// <summary>POST /track: the token is in each event, and what is older than five days is lost without a word.</summary>
    public async Task<CollectorAnswer> TrackAsync(
        ReadOnlyMemory<byte> body, bool isVerbose, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var problem = Parse(body) is not { } records ? "the body is no JSON"
            : records.Count > ImportRules.BatchEventsMax ? "more than 2000 events"
            : records.Any(record => !HasText(record, "properties", "token")) ? "properties.token is missing"
            : FirstProblem(records, now);
        if (problem is null)
        {
            var oldest = (now - TrackAgeMax).ToUnixTimeMilliseconds();
            var taken = Parse(body)!.Where(record => ImportRules.TimeMs(record.GetProperty("properties")) >= oldest);
            await events.AddAsync([.. taken], cancellationToken);
        }

        return Said(problem, isVerbose);
    }

    /// <summary>POST /engage: properties of people; like Mixpanel 200 even where it refuses.</summary>
    public async Task<CollectorAnswer> EngageAsync(ReadOnlyMemory<byte> body, bool isVerbose, CancellationToken cancellationToken)
    {
        var updates = Parse(body);
        var problem = updates is null ? "the body is no JSON"
            : updates.Count > ImportRules.BatchEventsMax ? "more than 2000 updates"
            : updates.Any(update => !HasText(update, "$token") || !HasText(update, "$distinct_id"))
                ? "$token or $distinct_id is missing" : null;
        if (problem is null) await events.AddProfilesAsync(updates!, cancellationToken);
        return Said(problem, isVerbose);
    }

    /// <summary>GET /api/2.0/export: lines of events, every repetition included.</summary>
    public IAsyncEnumerable<string> ExportAsync(
        DateOnly from, DateOnly to, IReadOnlyCollection<string> eventNames, CancellationToken cancellationToken) =>
        events.ExportAsync(from, to, eventNames, cancellationToken);

    private static string? FirstProblem(List<JsonElement> records, DateTimeOffset now)
    {
        foreach (var record in records)
            if (ImportRules.Problem(record, now) is var (field, message)) return $"{field} {message}";
        return null;
    }

    private static CollectorAnswer Said(string? problem, bool isVerbose) =>
        isVerbose ? CollectorAnswer.Json(200, new { error = problem, status = problem is null ? 1 : 0 })
            : new CollectorAnswer(200, problem is null ? "1" : "0");

    private static List<JsonElement>? Parse(ReadOnlyMemory<byte> body)
    {
        var found = new List<JsonElement>();
        try
        {
            var reader = new Utf8JsonReader(body.Span, new JsonReaderOptions { AllowMultipleValues = true });
            while (reader.Read()) found.Add(JsonElement.ParseValue(ref reader));
        }
        catch (JsonException)
        {
            return null;
        }

        return found is [{ ValueKind: JsonValueKind.Array } list] ? [.. list.EnumerateArray()] : found;
    }

    private static bool HasText(JsonElement record, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (record.ValueKind != JsonValueKind.Object || !record.TryGetProperty(name, out record)) return false;
        return record.ValueKind == JsonValueKind.String && record.GetString() is { Length: > 0 };
    }

    private static string InsertIdOf(JsonElement record) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty("properties", out var properties)
            && properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty("$insert_id", out var id)
                ? id.ToString() : "";

    private sealed record FailedRecord(
        [property: System.Text.Json.Serialization.JsonPropertyName("index")] int Index,
        [property: System.Text.Json.Serialization.JsonPropertyName("$insert_id")] string InsertId,
        [property: System.Text.Json.Serialization.JsonPropertyName("field")] string Field,
        [property: System.Text.Json.Serialization.JsonPropertyName("message")] string Message);
}

/// <summary>What the collector says: a status and a body of JSON.</summary>
public sealed record CollectorAnswer(int Status, string Body)
{
    internal static CollectorAnswer Json(int status, object body) => new(status, JsonSerializer.Serialize(body));

    internal static CollectorAnswer Error(int status, string error) =>
        Json(status, new { code = status, error, status = "error" });
}
