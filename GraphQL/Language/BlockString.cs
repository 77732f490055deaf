namespace Jobs.GraphQL.Language;

/// <summary>The layout of block strings, read and written.</summary>
/// <remarks>https://spec.graphql.org/September2025/#BlockStringValue()</remarks>
internal static class BlockString
{
    /// <summary>Removes the indentation that all lines but the first have in common, and blank lines at both ends.</summary>
    public static string Dedent(string raw)
    {
        var lines = Lines(raw);
        int commonIndent = int.MaxValue, first = -1, last = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = lines[i].AsSpan().IndexOfAnyExcept(' ', '\t');
            if (indent < 0) continue;
            if (first < 0) first = i;
            last = i;
            if (i > 0) commonIndent = Math.Min(commonIndent, indent);
        }

        if (first < 0) return "";
        for (var i = 1; i < lines.Length; i++) lines[i] = lines[i][Math.Min(commonIndent, lines[i].Length)..];
        return string.Join('\n', lines, first, last - first + 1);
    }

    /// <summary>Writes a value so that reading it gives the value again, on several lines where that reads better.</summary>
    public static string Print(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = Lines(escaped);
        var isSingleLine = lines.Length == 1;

        // Lines that are all indented would lose their indentation, had they not a first line to be measured against.
        var needsLeadingLine = !isSingleLine && lines.Skip(1).All(line => line.Length == 0 || line[0] is ' ' or '\t');
        var endsInTripleQuote = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var needsTrailingLine = (value.EndsWith('"') && !endsInTripleQuote) || value.EndsWith('\\');
        var isMultiline = !isSingleLine || value.Length > 70 || needsTrailingLine || needsLeadingLine || endsInTripleQuote;

        // On the first line leading white space counts as content; on a line of its own it would count as indentation.
        var startsOnFirstLine = isSingleLine && value is [' ' or '\t', ..];
        var open = (isMultiline && !startsOnFirstLine) || needsLeadingLine ? "\"\"\"\n" : "\"\"\"";
        return open + escaped + (isMultiline ? "\n\"\"\"" : "\"\"\"");
    }

    private static string[] Lines(string text) => text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
}
