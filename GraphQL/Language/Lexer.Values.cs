using System.Buffers;
using System.Globalization;
using System.Text;

namespace Jobs.GraphQL.Language;

/// <content>What a token stands for, and what is wrong with it.</content>
internal ref partial struct Lexer
{
    /// <summary>The name of a name token, the digits of a number.</summary>
    public readonly string Value => Kind switch
    {
        TokenKind.Name => NameCache.Get(_text[Start..End]),
        TokenKind.String => StringValue(),
        TokenKind.BlockString => BlockStringValue(),
        _ => TextOf(Start, End),
    };

    /// <summary>The token as error messages call it.</summary>
    public readonly string Description =>
        Kind >= TokenKind.Name ? $"{TokenKindNames.NameOf(Kind)} \"{Value}\"" : TokenKindNames.NameOf(Kind);

    private readonly string TextOf(int start, int end) => Encoding.UTF8.GetString(_text[start..end]);

    private readonly string StringValue()
    {
        if (!_hasEscapes) return TextOf(Start + 1, End - 1);
        var unescaped = ArrayPool<byte>.Shared.Rent(End - Start); // No escape is shorter than what it stands for.
        int length = 0, position = Start + 1;
        while (position < End - 1)
        {
            if (_text[position] != '\\')
            {
                unescaped[length++] = _text[position++];
                continue;
            }

            position += EscapeAt(position, out var character);
            length += character.EncodeToUtf8(unescaped.AsSpan(length));
        }

        var value = Encoding.UTF8.GetString(unescaped, 0, length);
        ArrayPool<byte>.Shared.Return(unescaped);
        return value;
    }

    private readonly string BlockStringValue()
    {
        var raw = TextOf(Start + 3, End - 3);
        return BlockString.Dedent(_hasEscapes ? raw.Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal) : raw);
    }

    /// <summary>Reads the escape sequence there and gives its length.</summary>
    private readonly int EscapeAt(int position, out Rune character)
    {
        var escape = ByteAt(position + 1);
        if (escape == 'u')
            return ByteAt(position + 2) == '{' ? BracedEscapeAt(position, out character) : FixedEscapeAt(position, out character);
        character = new Rune(escape switch
        {
            '"' or '\\' or '/' => (char)escape,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw Error(position, $"Invalid character escape sequence: \"{UnitsAt(position, 2)}\"."),
        });
        return 2;
    }

    /// <summary><c>\u{1F600}</c>: one to eight digits.</summary>
    private readonly int BracedEscapeAt(int position, out Rune character)
    {
        const int LongestEscape = 12;
        var value = 0;
        var size = 3;
        while (size < LongestEscape)
        {
            var unit = ByteAt(position + size++);
            if (unit == '}')
            {
                if (size > 4 && Rune.TryCreate(value, out character)) return size;
                break;
            }

            value = (value << 4) | HexDigit(unit);
            if (value < 0) break;
        }

        throw Error(position, $"Invalid Unicode escape sequence: \"{UnitsAt(position, size)}\".");
    }

    /// <summary><c>\u00E9</c>, or the two halves of a surrogate pair as JSON writes them.</summary>
    private readonly int FixedEscapeAt(int position, out Rune character)
    {
        var value = FourHexDigitsAt(position + 2);
        if (Rune.TryCreate(value, out character)) return 6;
        if (value >= 0 && char.IsHighSurrogate((char)value) && ByteAt(position + 6) == '\\' && ByteAt(position + 7) == 'u')
        {
            var low = FourHexDigitsAt(position + 8);
            if (low >= 0 && Rune.TryCreate((char)value, (char)low, out character)) return 12;
        }

        throw Error(position, $"Invalid Unicode escape sequence: \"{UnitsAt(position, 6)}\".");
    }

    /// <summary>Negative if one of the four is no digit.</summary>
    private readonly int FourHexDigitsAt(int position) =>
        (HexDigit(ByteAt(position)) << 12) | (HexDigit(ByteAt(position + 1)) << 8)
        | (HexDigit(ByteAt(position + 2)) << 4) | HexDigit(ByteAt(position + 3));

    private static int HexDigit(int unit) => unit switch
    {
        >= '0' and <= '9' => unit - '0',
        >= 'a' and <= 'f' => unit - 'a' + 10,
        >= 'A' and <= 'F' => unit - 'A' + 10,
        _ => -1,
    };

    private readonly SyntaxException UnexpectedCharacter(int position)
    {
        if (ByteAt(position) == '\'')
            return Error(position, "Unexpected single quote character ('), did you mean to use a double quote (\")?");
        var adjective = position < _text.Length ? "Unexpected" : "Invalid";
        return Error(position, $"{adjective} character: {CharacterAt(position)}.");
    }

    private readonly SyntaxException UnterminatedString(int position) =>
        position == _text.Length && IsCutShort
            ? Error(position, $"Invalid character within String: {CharacterAt(position)}.")
            : Error(position, "Unterminated string.");

    private readonly SyntaxException ExpectedDigit(int position) =>
        Error(position, $"Invalid number, expected digit but got: {CharacterAt(position)}.");

    private readonly SyntaxException Error(int position, string description) => new(_source, position, description);

    /// <summary>The character there as messages show it.</summary>
    private readonly string CharacterAt(int position)
    {
        if (position >= _text.Length) return IsCutShort ? InvalidBytes(_source.Utf8.Span[position..]) : "<EOF>";
        Rune.DecodeFromUtf8(_text[position..], out var character, out _);
        return character.Value switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{character}\"",
            _ => "U+" + character.Value.ToString("X4", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>A lone surrogate is named as such; any other bytes that are no UTF-8 by the first of them.</summary>
    private static string InvalidBytes(ReadOnlySpan<byte> bytes) =>
        bytes is [0xED, >= 0xA0 and <= 0xBF, >= 0x80 and <= 0xBF, ..]
            ? "U+" + (0xD000 | ((bytes[1] & 0x3F) << 6) | (bytes[2] & 0x3F)).ToString("X4", CultureInfo.InvariantCulture)
            : $"byte 0x{bytes[0]:X2}";

    /// <summary>As many characters as make up so many UTF-16 units.</summary>
    private readonly string UnitsAt(int position, int count)
    {
        var longest = _text[position..Math.Min(_text.Length, position + (count * 4))];
        var units = Encoding.UTF8.GetString(longest);
        count = Math.Min(count, units.Length);
        return units[..(char.IsHighSurrogate(units[count - 1]) ? count - 1 : count)];
    }
}
