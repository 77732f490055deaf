using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Jobs.GraphQL.Language;

/// <summary>Cuts a document into tokens, one at a time.</summary>
/// <remarks>
/// A token is a kind and two offsets; its value is made when asked for.
/// https://spec.graphql.org/September2025/#sec-Language.Source-Text
/// </remarks>
internal ref partial struct Lexer
{
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\n\r"u8);
    private static readonly SearchValues<byte> StringStops = SearchValues.Create("\"\\\n\r"u8);
    private static readonly SearchValues<byte> BlockStringStops = SearchValues.Create("\"\\"u8);

    private readonly Source _source;

    /// <summary>The text up to the first byte that is not UTF-8: at its end, look whether it is the real one.</summary>
    private readonly ReadOnlySpan<byte> _text;
    private bool _hasEscapes;

    public Lexer(Source source)
    {
        _source = source;
        _text = source.Utf8.Span;
        if (!Utf8.IsValid(_text)) _text = _text[..LengthOfValidUtf8(_text)];
    }

    public TokenKind Kind { get; private set; }

    public int Start { get; private set; }

    public int End { get; private set; }

    /// <summary>Moves on to the next token.</summary>
    public void Next()
    {
        var position = End;
        while ((uint)position < (uint)_text.Length)
        {
            switch (_text[position])
            {
                case (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)',':
                    position++;
                    continue;
                case (byte)'#':
                    position = SkipComment(position);
                    continue;
                case 0xEF when IsByteOrderMark(position):
                    position += 3;
                    continue;
                case (byte)'_' or (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z'):
                    ReadName(position);
                    return;
                case (byte)'{':
                    Set(TokenKind.BraceOpen, position, position + 1);
                    return;
                case (byte)'}':
                    Set(TokenKind.BraceClose, position, position + 1);
                    return;
                case (byte)'(':
                    Set(TokenKind.ParenthesisOpen, position, position + 1);
                    return;
                case (byte)')':
                    Set(TokenKind.ParenthesisClose, position, position + 1);
                    return;
                case (byte)':':
                    Set(TokenKind.Colon, position, position + 1);
                    return;
                case (byte)'$':
                    Set(TokenKind.Dollar, position, position + 1);
                    return;
                case (byte)'!':
                    Set(TokenKind.Bang, position, position + 1);
                    return;
                case (byte)'[':
                    Set(TokenKind.BracketOpen, position, position + 1);
                    return;
                case (byte)']':
                    Set(TokenKind.BracketClose, position, position + 1);
                    return;
                case (byte)'@':
                    Set(TokenKind.At, position, position + 1);
                    return;
                case (byte)'=':
                    Set(TokenKind.EqualsSign, position, position + 1);
                    return;
                case (byte)'|':
                    Set(TokenKind.Pipe, position, position + 1);
                    return;
                case (byte)'&':
                    Set(TokenKind.Ampersand, position, position + 1);
                    return;
                case (byte)'.':
                    ReadSpread(position);
                    return;
                case (byte)'"':
                    if (ByteAt(position + 1) == '"' && ByteAt(position + 2) == '"') ReadBlockString(position);
                    else ReadString(position);
                    return;
                case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                    ReadNumber(position);
                    return;
                default:
                    throw UnexpectedCharacter(position);
            }
        }

        if (IsCutShort) throw UnexpectedCharacter(position);
        Set(TokenKind.EndOfFile, position, position);
    }

    /// <summary>Whether the token is this very name.</summary>
    public readonly bool IsName(ReadOnlySpan<byte> name) =>
        Kind == TokenKind.Name && _text[Start..End].SequenceEqual(name);

    private readonly bool IsCutShort => _text.Length < _source.Utf8.Length;

    private void Set(TokenKind kind, int start, int end)
    {
        Kind = kind;
        Start = start;
        End = end;
    }

    /// <summary>The byte there, or -1 behind the end.</summary>
    private readonly int ByteAt(int position) => (uint)position < (uint)_text.Length ? _text[position] : -1;

    private readonly bool IsByteOrderMark(int position) => ByteAt(position + 1) == 0xBB && ByteAt(position + 2) == 0xBF;

    private readonly int SkipComment(int position)
    {
        var length = _text[position..].IndexOfAny(LineEnds);
        return length < 0 ? _text.Length : position + length;
    }

    private void ReadName(int start)
    {
        var position = start + 1;
        while ((uint)position < (uint)_text.Length && IsNameContinue(_text[position])) position++;
        Set(TokenKind.Name, start, position);
    }

    private void ReadSpread(int start)
    {
        var next = ByteAt(start + 1);
        if (next == '.' && ByteAt(start + 2) == '.')
        {
            Set(TokenKind.Spread, start, start + 3);
            return;
        }

        if (next == '.') throw Error(start, "Unexpected \"..\", did you mean \"...\"?");
        if (!IsDigit(next)) throw UnexpectedCharacter(start);
        var digits = TextOf(start + 1, SkipDigits(start + 1));
        throw Error(start, $"Invalid number, expected digit before \".\", did you mean \"0.{digits}\"?");
    }

    private void ReadNumber(int start)
    {
        var position = ByteAt(start) == '-' ? start + 1 : start;
        var kind = TokenKind.Int;
        if (ByteAt(position) == '0')
        {
            position++;
            if (IsDigit(ByteAt(position)))
                throw Error(position, $"Invalid number, unexpected digit after 0: {CharacterAt(position)}.");
        }
        else
        {
            position = SkipDigits(position);
        }

        if (ByteAt(position) == '.')
        {
            kind = TokenKind.Float;
            position = SkipDigits(position + 1);
        }

        if (ByteAt(position) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            position++;
            if (ByteAt(position) is '+' or '-') position++;
            position = SkipDigits(position);
        }

        if (ByteAt(position) is '.' or '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')) throw ExpectedDigit(position);
        Set(kind, start, position);
    }

    /// <summary>One digit at least.</summary>
    private readonly int SkipDigits(int position)
    {
        if (!IsDigit(ByteAt(position))) throw ExpectedDigit(position);
        while (IsDigit(ByteAt(position))) position++;
        return position;
    }

    private void ReadString(int start)
    {
        _hasEscapes = false;
        var position = start + 1;
        while (true)
        {
            var length = _text[position..].IndexOfAny(StringStops);
            position = length < 0 ? _text.Length : position + length;
            switch (ByteAt(position))
            {
                case '"':
                    Set(TokenKind.String, start, position + 1);
                    return;
                case '\\':
                    _hasEscapes = true;
                    position += EscapeAt(position, out _);
                    break;
                default:
                    throw UnterminatedString(position);
            }
        }
    }

    private void ReadBlockString(int start)
    {
        _hasEscapes = false;
        var position = start + 3;
        while (true)
        {
            var length = _text[position..].IndexOfAny(BlockStringStops);
            if (length < 0) throw UnterminatedString(_text.Length);
            position += length;
            if (_text[position..].StartsWith("\"\"\""u8)) break;
            var isEscape = _text[position..].StartsWith("\\\"\"\""u8);
            _hasEscapes |= isEscape;
            position += isEscape ? 4 : 1;
        }

        Set(TokenKind.BlockString, start, position + 3);
    }

    private static bool IsDigit(int unit) => (uint)(unit - '0') <= 9;

    private static bool IsNameContinue(byte unit) =>
        (uint)((unit | 0x20) - 'a') <= 'z' - 'a' || (uint)(unit - '0') <= 9 || unit == '_';

    private static int LengthOfValidUtf8(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (Rune.DecodeFromUtf8(bytes[length..], out _, out var consumed) == OperationStatus.Done) length += consumed;
        return length;
    }
}
