using System.Buffers;
using System.Globalization;
using System.Text;

namespace Jobs.GraphQL.Language;

/// <summary>Strings between single quotation marks, written.</summary>
internal static class QuotedString
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(unit => (char)unit).Where(unit => unit is '"' or '\\' || char.IsControl(unit))]);

    /// <summary>Escapes quotation marks, backslashes and control characters; everything else stands for itself.</summary>
    public static string Print(string value)
    {
        if (!value.AsSpan().ContainsAny(Escaped)) return $"\"{value}\"";
        var text = new StringBuilder("\"", value.Length + 16);
        foreach (var unit in value)
        {
            if (Escaped.Contains(unit)) text.Append(Escape(unit));
            else text.Append(unit);
        }

        return text.Append('"').ToString();
    }

    private static string Escape(char unit) => unit switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => "\\u" + ((int)unit).ToString("X4", CultureInfo.InvariantCulture),
    };
}
