using System.Text;

namespace Jobs.GraphQL.Language;

/// <summary>The text of a document in UTF-8, as it came from the wire.</summary>
public sealed class Source(ReadOnlyMemory<byte> utf8, string name = "GraphQL request")
{
    // Found once: a document with thousands of errors asks for thousands of places.
    private Lines? _lines;

    public Source(string text, string name = "GraphQL request")
        : this(Encode(text), name)
    {
    }

    /// <summary>The source of nodes that no document contains.</summary>
    public static Source None { get; } = new(ReadOnlyMemory<byte>.Empty, "");

    public ReadOnlyMemory<byte> Utf8 { get; } = utf8;

    public string Name { get; } = name;

    /// <summary>Line ends are LF, CR LF and CR alone, each counting once.</summary>
    public SourceLocation LocationAt(int offset)
    {
        if (offset == 0) return new SourceLocation(1, 1);
        var lines = _lines ??= new Lines(FindLineStarts(Utf8.Span), Ascii.IsValid(Utf8.Span));
        var found = Array.BinarySearch(lines.Starts, offset);
        var line = found >= 0 ? found : ~found - 1;
        var before = Utf8.Span[lines.Starts[line]..offset];
        return new SourceLocation(line + 1, 1 + (lines.AreAscii ? before.Length : Encoding.UTF8.GetCharCount(before)));
    }

    private static int[] FindLineStarts(ReadOnlySpan<byte> text)
    {
        var starts = new List<int> { 0 };
        var position = 0;
        while (text[position..].IndexOfAny((byte)'\n', (byte)'\r') is var length and >= 0)
        {
            position += length;
            position += text[position..].StartsWith("\r\n"u8) ? 2 : 1;
            starts.Add(position);
        }

        return [.. starts];
    }

    /// <summary>
    /// A lone surrogate has no UTF-8 form. It becomes the three bytes it would have had, so that the lexer rejects it where it
    /// stands like any other invalid UTF-8.
    /// </summary>
    private static byte[] Encode(string text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)]; // A replacement character has three bytes, too.
        Encoding.UTF8.GetBytes(text, bytes);
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return bytes;
        var offset = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    offset += 4;
                    i++;
                    continue;
                }

                bytes[offset] = 0xED;
                bytes[offset + 1] = (byte)(0x80 | ((text[i] >> 6) & 0x3F));
                bytes[offset + 2] = (byte)(0x80 | (text[i] & 0x3F));
            }

            offset += text[i] < 0x80 ? 1 : text[i] < 0x800 ? 2 : 3;
        }

        return bytes;
    }

    private sealed record Lines(int[] Starts, bool AreAscii);
}
