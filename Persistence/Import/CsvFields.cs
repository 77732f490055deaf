using System.Text;

namespace Jobs.Persistence.Import;

/// <summary>Splits one record of RFC 4180 text, generous where people write by hand.</summary>
/// <remarks>
/// Ours instead of CsvHelper's reader, because the real files need both of what that offers one of at a time: line breaks
/// inside quoted fields, and a quote that never closes costing one line and not the file. A quote opens a field only as its
/// first character and closes it only before a comma or the end; anywhere else it is text.
/// </remarks>
internal static class CsvFields
{
    /// <returns>False if the text ends inside a quoted field.</returns>
    public static bool TrySplit(ReadOnlySpan<char> text, List<string> fields)
    {
        fields.Clear();
        while (true)
        {
            if (text.StartsWith("\""))
            {
                if (!TryQuoted(ref text, out var field)) return false;
                fields.Add(field);
            }
            else
            {
                var comma = text.IndexOf(',');
                fields.Add((comma < 0 ? text : text[..comma]).ToString());
                text = comma < 0 ? [] : text[comma..];
            }
            if (text.IsEmpty) return true;
            text = text[1..]; // The comma; after the last one comes an empty field.
        }
    }

    private static bool TryQuoted(ref ReadOnlySpan<char> text, out string field)
    {
        var start = 1;
        StringBuilder? unescaped = null;
        var from = start;
        while (true)
        {
            var quote = text[from..].IndexOf('"');
            if (quote < 0)
            {
                field = "";
                return false;
            }
            var at = from + quote;
            if (at + 1 == text.Length || text[at + 1] == ',')
            {
                field = unescaped is null ? text[start..at].ToString() : unescaped.Append(text[start..at]).ToString();
                text = text[(at + 1)..];
                return true;
            }
            from = at + 1;
            if (text[at + 1] != '"') continue;
            (unescaped ??= new StringBuilder()).Append(text[start..(at + 1)]);
            start = from = at + 2;
        }
    }
}
