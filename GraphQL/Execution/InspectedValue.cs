using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Jobs.GraphQL.Execution;

/// <summary>A value as messages show it: JSON with bare keys, cut off where it gets long or deep.</summary>
internal static class InspectedValue
{
    private const int MaxItems = 10;
    private const int MaxDepth = 2;

    /// <summary>An object can have as many members as a body has room for, and be told in many messages.</summary>
    private const int MaxLength = 2_000;

    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value, 0);
        return MessageText.Shorten(text.ToString(), MaxLength);
    }

    private static void Append(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null: text.Append("null"); break;
            case JsonElement json: Append(text, json, depth); break;
            case string or char: AppendQuoted(text, value.ToString()!); break;
            case bool truth: text.Append(truth ? "true" : "false"); break;
            case double number: text.Append(NumberText.Of(number)); break;
            case IEnumerable items: AppendAll(text, [.. items.Cast<object?>().Take(MaxItems + 1)], depth); break;
            default: text.Append(CultureInfo.InvariantCulture, $"{value}"); break;
        }
    }

    private static void Append(StringBuilder text, JsonElement json, int depth)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                AppendQuoted(text, json.GetString()!);
                break;
            case JsonValueKind.Number:
                text.Append(NumberOf(json));
                break;
            case JsonValueKind.Array:
                AppendList(text, [.. json.EnumerateArray().Take(MaxItems)], json.GetArrayLength(), depth);
                break;
            case JsonValueKind.Object:
                AppendObject(text, json, depth);
                break;
            default:
                text.Append(json.ValueKind is JsonValueKind.Undefined ? "undefined" : json.GetRawText());
                break;
        }
    }

    private static void AppendAll(StringBuilder text, List<object?> items, int depth) =>
        AppendList(text, items, items.Count, depth);

    private static void AppendList<T>(StringBuilder text, List<T> items, int count, int depth)
    {
        if (count > 0 && depth == MaxDepth)
        {
            text.Append("[Array]");
            return;
        }

        text.Append('[');
        for (var i = 0; i < items.Count && i < MaxItems && text.Length <= MaxLength; i++)
        {
            if (i > 0) text.Append(", ");
            Append(text, (object?)items[i], depth + 1);
        }

        if (count == MaxItems + 1)
            text.Append(", ... 1 more item");
        else if (count > MaxItems)
            text.Append(CultureInfo.InvariantCulture, $", ... {count - MaxItems} more items");
        text.Append(']');
    }

    private static void AppendObject(StringBuilder text, JsonElement json, int depth)
    {
        var isFirst = true;
        foreach (var property in json.EnumerateObject())
        {
            if (text.Length > MaxLength) return;
            if (depth == MaxDepth)
            {
                text.Append("[Object]");
                return;
            }

            text.Append(isFirst ? "{ " : ", ").Append(property.Name).Append(": ");
            Append(text, property.Value, depth + 1);
            isFirst = false;
        }

        text.Append(isFirst ? "{}" : " }");
    }

    /// <summary>1.0 and 1e2 are whole numbers; they read as such.</summary>
    private static string NumberOf(JsonElement json) =>
        json.TryGetDouble(out var number) && double.IsFinite(number) ? NumberText.Of(number) : json.GetRawText();

    private static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var rune in value.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ': text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"); break;
                default: text.Append(rune); break;
            }
        }

        text.Append('"');
    }
}
