using System.Text.Json;

namespace Jobs.Api.Sentry;

/// <summary>The exceptions of an event.</summary>
/// <remarks>https://develop.sentry.dev/sdk/data-model/event-payloads/exception/</remarks>
internal static class ExceptionJson
{
    private const int FileCharactersMax = 256;

    public static void Write(Utf8JsonWriter json, IReadOnlyList<SentryException> exceptions)
    {
        json.WriteStartObject("exception");
        json.WriteStartArray("values");
        foreach (var exception in exceptions)
        {
            json.WriteStartObject();
            EventJson.WriteText(json, "type", exception.Type, TrimmedText.NameCharactersMax);
            EventJson.WriteText(json, "value", exception.Value, TrimmedText.MessageCharactersMax);
            EventJson.WriteText(json, "module", exception.Module, TrimmedText.NameCharactersMax);
            Write(json, exception.Mechanism);
            Write(json, exception.Frames);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SentryMechanism mechanism)
    {
        json.WriteStartObject("mechanism");
        json.WriteString("type", mechanism.Type);
        json.WriteNumber("exception_id", mechanism.Id);
        if (mechanism.ParentId is { } parentId) json.WriteNumber("parent_id", parentId);
        if (mechanism.Source is { } source) json.WriteString("source", source);
        if (mechanism.Handled is { } handled) json.WriteBoolean("handled", handled);
        if (mechanism.IsExceptionGroup) json.WriteBoolean("is_exception_group", true);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<SentryFrame> frames)
    {
        if (frames.Count == 0) return;
        json.WriteStartObject("stacktrace");
        json.WriteStartArray("frames");
        foreach (var frame in frames)
        {
            json.WriteStartObject();
            EventJson.WriteText(json, "module", frame.Module, TrimmedText.NameCharactersMax);
            EventJson.WriteText(json, "function", frame.Function, TrimmedText.NameCharactersMax);
            EventJson.WriteText(json, "filename", frame.Filename, FileCharactersMax);
            if (frame.Line is { } line) json.WriteNumber("lineno", line);
            json.WriteBoolean("in_app", frame.IsInApp);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
