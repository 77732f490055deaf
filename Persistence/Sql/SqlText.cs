using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Jobs.Persistence;

/// <summary>
/// The text of a statement in the making. Every request writes its statements anew, but they are few: each text is one string
/// that is kept, so that only its values are new.
/// </summary>
internal sealed class SqlText
{
    private const int TextsMax = 500; // About as many as clients have shapes of requests; beyond that texts are not kept.
    private const int LengthAtFirst = 4_096;

    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> TextsBySpan =
        Texts.GetAlternateLookup<ReadOnlySpan<char>>();

    private static int textCount;

    [ThreadStatic]
    private static char[]? spare;

    private char[] characters;
    private int length;

    public SqlText()
    {
        characters = spare ?? new char[LengthAtFirst];
        spare = null; // Another text may be begun before this one ends.
    }

    public SqlText Add([InterpolatedStringHandlerArgument("")] ref Piece piece) => this;

    public SqlText Add(ReadOnlySpan<char> piece)
    {
        MakeRoom(piece.Length);
        piece.CopyTo(characters.AsSpan(length));
        length += piece.Length;
        return this;
    }

    /// <summary>Ends the text; nothing can be added any more.</summary>
    public string End()
    {
        var written = characters.AsSpan(0, length);
        if (!TextsBySpan.TryGetValue(written, out var text))
        {
            text = written.ToString();
            if (Volatile.Read(ref textCount) < TextsMax && Texts.TryAdd(text, text)) Interlocked.Increment(ref textCount);
        }
        (spare, characters) = (characters, []);
        return text;
    }

    private SqlText MakeRoom(int more)
    {
        if (more > characters.Length - length) Array.Resize(ref characters, Math.Max(2 * characters.Length, length + more));
        return this;
    }

    /// <summary>An interpolated string that goes into a text at once, and is no string by itself.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Piece(int literalLength, int formattedCount, SqlText text)
    {
        private const int ValueLength = 16; // About: most values are the names of parameters.

        private readonly SqlText text = text.MakeRoom(literalLength + (ValueLength * formattedCount));

        public void AppendLiteral(string value) => text.Add(value.AsSpan());

        public void AppendFormatted(string? value) => text.Add(value.AsSpan());

        public void AppendFormatted(SqlConditions conditions) => conditions.AddTo(text);
    }
}
