using System.Text.Encodings.Web;
using System.Text.Json;

namespace Jobs.Api.Sentry;

/// <summary>An event as the protocol has it, every field within its limit.</summary>
/// <remarks>https://develop.sentry.dev/sdk/data-model/event-payloads/</remarks>
internal static class EventJson
{
    private const int TagsMax = 50;
    private const int FingerprintPartsMax = 20;
    private const int ContextsMax = 20;
    private const int ContextBytesMax = 8192;
    private const string TraceName = "trace";
    private const string RuntimeName = "runtime";

    // Korean as it is: six bytes for each letter would use up the limits.
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions ValueOptions = new() { Encoder = Options.Encoder };

    public static void Write(Utf8JsonWriter json, SentryEvent captured, SentryProject project)
    {
        json.WriteStartObject();
        json.WriteString("event_id", captured.Id.ToString("n"));
        if (captured.Timestamp is { } timestamp) json.WriteString("timestamp", timestamp.UtcDateTime);
        json.WriteString("platform", "csharp");
        json.WriteString("level", ProtocolName.Of(captured.Level));
        WriteText(json, "logger", captured.Logger, TrimmedText.NameCharactersMax);
        WriteText(json, "transaction", captured.Transaction, TrimmedText.NameCharactersMax);
        json.WriteString("release", project.Release);
        json.WriteString("environment", project.Environment);
        WriteSdk(json);
        WriteMessage(json, captured.Message);
        if (captured.Exceptions.Count > 0) ExceptionJson.Write(json, captured.Exceptions);
        WriteFingerprint(json, captured.Fingerprint);
        WriteTags(json, captured.Tags);
        WriteUserAndRequest(json, captured);
        WriteContexts(json, captured);
        WriteBreadcrumbs(json, captured.Breadcrumbs ?? []);
        json.WriteEndObject();
    }

    public static void WriteSdk(Utf8JsonWriter json)
    {
        json.WriteStartObject("sdk");
        json.WriteString("name", SentryProject.SdkName);
        json.WriteString("version", SentryProject.SdkVersion);
        json.WriteEndObject();
    }

    public static void WriteText(Utf8JsonWriter json, string name, string? text, int charactersMax)
    {
        if (!string.IsNullOrEmpty(text)) json.WriteString(name, TrimmedText.Of(text, charactersMax));
    }

    private static void WriteMessage(Utf8JsonWriter json, string? message)
    {
        if (message is null) return;
        json.WriteStartObject("logentry");
        WriteText(json, "formatted", message, TrimmedText.MessageCharactersMax);
        json.WriteEndObject();
    }

    private static void WriteFingerprint(Utf8JsonWriter json, IReadOnlyList<string> fingerprint)
    {
        if (fingerprint.Count == 0) return;
        json.WriteStartArray("fingerprint");
        foreach (var part in fingerprint.Take(FingerprintPartsMax))
            json.WriteStringValue(TrimmedText.Of(part, TrimmedText.NameCharactersMax));
        json.WriteEndArray();
    }

    private static void WriteTags(Utf8JsonWriter json, IReadOnlyDictionary<string, string> tags)
    {
        if (tags.Count == 0) return;
        json.WriteStartObject("tags");
        foreach (var (key, value) in tags.Where(tag => tag.Value.Length > 0).Take(TagsMax))
            json.WriteString(TrimmedText.OfTag(key), TrimmedText.OfTag(value));
        json.WriteEndObject();
    }

    private static void WriteUserAndRequest(Utf8JsonWriter json, SentryEvent captured)
    {
        if (captured.UserId is { } userId)
        {
            json.WriteStartObject("user");
            json.WriteString("id", TrimmedText.Of(userId, TrimmedText.TagCharactersMax));
            json.WriteEndObject();
        }

        if (!captured.IsGraphQL) return;
        json.WriteStartObject("request");
        json.WriteString("api_target", "graphql");
        json.WriteEndObject();
    }

    private static void WriteContexts(Utf8JsonWriter json, SentryEvent captured)
    {
        json.WriteStartObject("contexts");
        captured.Trace?.Write(json, TraceName);
        json.WriteStartObject(RuntimeName);
        json.WriteString("name", ".NET");
        json.WriteString("version", Environment.Version.ToString());
        json.WriteEndObject();
        foreach (var (name, facts) in captured.Contexts.Where(context => context.Key is not (TraceName or RuntimeName))
            .Take(ContextsMax))
            WriteContext(json, TrimmedText.Of(name, TrimmedText.NameCharactersMax), facts);
        json.WriteEndObject();
    }

    // Facts that would burst the limit are left out whole: half a list or half a number says something else.
    private static void WriteContext(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, object?> facts)
    {
        json.WriteStartObject(name);
        var bytes = 0;
        foreach (var (key, value) in facts)
        {
            var fact = JsonSerializer.SerializeToUtf8Bytes(value, ValueOptions);
            var size = key.Length + fact.Length + 4;
            if (bytes + size > ContextBytesMax) continue;
            bytes += size;
            json.WritePropertyName(key);
            json.WriteRawValue(fact);
        }

        json.WriteEndObject();
    }

    private static void WriteBreadcrumbs(Utf8JsonWriter json, IReadOnlyList<Breadcrumb> breadcrumbs)
    {
        if (breadcrumbs.Count == 0) return;
        json.WriteStartObject("breadcrumbs");
        json.WriteStartArray("values");
        foreach (var breadcrumb in breadcrumbs.TakeLast(Trail.BreadcrumbsMax))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", breadcrumb.Timestamp.UtcDateTime);
            json.WriteString("type", breadcrumb.Type);
            json.WriteString("level", ProtocolName.Of(breadcrumb.Level));
            WriteText(json, "category", breadcrumb.Category, TrimmedText.NameCharactersMax);
            WriteText(json, "message", breadcrumb.Message, TrimmedText.MessageCharactersMax / 8);
            if (breadcrumb.Data.Count > 0) WriteContext(json, "data", breadcrumb.Data);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
