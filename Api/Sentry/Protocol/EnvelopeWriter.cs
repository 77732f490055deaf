using System.Buffers;
using System.Text.Json;

namespace Jobs.Api.Sentry;

/// <summary>Puts each kind of thing into an envelope of its own: Sentry does not want them mixed.</summary>
internal sealed class EnvelopeWriter(SentryProject project, Dsn dsn)
{
    private const int EventBytesMax = 1 << 20;
    private const int CheckInBytesMax = 100 << 10;

    /// <exception cref="InvalidOperationException">It is larger than Sentry takes.</exception>
    public Envelope Write(SentryEvent captured)
    {
        var payload = Payload(json => EventJson.Write(json, captured, project), EventBytesMax);
        return Wrap(DataCategory.Error, captured.Timestamp!.Value, "event", payload, json =>
        {
            json.WriteString("event_id", captured.Id.ToString("n"));
            if (captured.Trace is not { } trace) return;
            (trace.Sampling ?? DynamicSamplingContext.Begin(project, dsn, trace.TraceId)).Write(json, "trace");
        });
    }

    /// <exception cref="InvalidOperationException">It is larger than Sentry takes.</exception>
    public Envelope Write(SentryCheckIn checkIn, DateTimeOffset at) => Wrap(
        DataCategory.Monitor, at, "check_in", Payload(json => Write(json, checkIn), CheckInBytesMax));

    public Envelope Write(IReadOnlyList<SessionMinute> minutes, DateTimeOffset at) => Wrap(
        DataCategory.Session, at, "sessions", Payload(json => Write(json, minutes), EventBytesMax));

    public static Envelope Write(IReadOnlyList<Loss> losses, DateTimeOffset at) => Wrap(
        DataCategory.Internal, at, "client_report", Payload(json => Write(json, losses, at), EventBytesMax));

    private static Envelope Wrap(
        DataCategory category, DateTimeOffset at, string itemType, ReadOnlyMemory<byte> payload,
        Action<Utf8JsonWriter>? writeHeader = null)
    {
        var bytes = new ArrayBufferWriter<byte>(payload.Length + 512);
        WriteLine(bytes, json =>
        {
            writeHeader?.Invoke(json);
            EventJson.WriteSdk(json);
        });
        WriteLine(bytes, json =>
        {
            json.WriteString("type", itemType);
            json.WriteNumber("length", payload.Length);
        });
        bytes.Write(payload.Span);
        bytes.Write("\n"u8);
        return new Envelope(category, at, bytes.WrittenMemory);
    }

    private static void WriteLine(ArrayBufferWriter<byte> bytes, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(bytes, EventJson.Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        bytes.Write("\n"u8);
    }

    private static ReadOnlyMemory<byte> Payload(Action<Utf8JsonWriter> write, int bytesMax)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, EventJson.Options)) write(json);
        return bytes.WrittenCount <= bytesMax ? bytes.WrittenMemory
            : throw new InvalidOperationException($"An item of {bytes.WrittenCount} bytes is too large for Sentry.");
    }

    private void Write(Utf8JsonWriter json, SentryCheckIn checkIn)
    {
        json.WriteStartObject();
        json.WriteString("check_in_id", checkIn.Id.ToString("n"));
        json.WriteString("monitor_slug", checkIn.Slug);
        json.WriteString("status", ProtocolName.Of(checkIn.Status));
        if (checkIn.Duration is { } duration) json.WriteNumber("duration", Math.Round(duration.TotalSeconds, 3));
        json.WriteString("release", project.Release);
        json.WriteString("environment", project.Environment);
        if (checkIn.Schedule is { } schedule) Write(json, schedule);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MonitorSchedule schedule)
    {
        json.WriteStartObject("monitor_config");
        json.WriteStartObject("schedule");
        json.WriteString("type", "interval");
        json.WriteNumber("value", schedule.EveryMinutes);
        json.WriteString("unit", "minute");
        json.WriteEndObject();
        json.WriteNumber("checkin_margin", schedule.MarginMinutes);
        json.WriteNumber("max_runtime", schedule.RuntimeMinutesMax);
        json.WriteNumber("failure_issue_threshold", schedule.FailuresForIssue);
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, IReadOnlyList<SessionMinute> minutes)
    {
        json.WriteStartObject();
        json.WriteStartArray("aggregates");
        foreach (var minute in minutes)
        {
            json.WriteStartObject();
            json.WriteString("started", minute.Started.UtcDateTime);
            foreach (var (status, requests) in minute.Counts)
                if (requests > 0) json.WriteNumber(ProtocolName.Of(status), requests);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("attrs");
        json.WriteString("release", project.Release);
        json.WriteString("environment", project.Environment);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Loss> losses, DateTimeOffset at)
    {
        json.WriteStartObject();
        json.WriteString("timestamp", at.UtcDateTime);
        json.WriteStartArray("discarded_events");
        foreach (var loss in losses)
        {
            json.WriteStartObject();
            json.WriteString("reason", ProtocolName.Of(loss.Reason));
            json.WriteString("category", ProtocolName.Of(loss.Category));
            json.WriteNumber("quantity", loss.Quantity);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
