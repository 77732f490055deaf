using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Jobs.GraphQL.Execution;

/// <summary>Writes JSON straight as UTF-8 and escapes only what JSON demands, so that Korean and emoji stay what they are.</summary>
/// <remarks>
/// The methods are those of <see cref="Utf8JsonWriter"/>, which escapes everything outside of the basic plane and looks at each
/// key anew. It is trusted to be called in an order that makes sense.
/// </remarks>
internal sealed class JsonOutput(IBufferWriter<byte> output) : IDisposable
{
    private const int BufferSize = 16 * 1024;
    private const int LongestNumber = 40;
    private const int LongestEscape = 6;

    /// <summary>From so many bytes on, the buffer is handed over instead of copied; a response's first always is.</summary>
    private const int MuchWritten = BufferSize / 2;

    /// <summary>Up to that many bytes are copied sooner than sent as a piece of their own.</summary>
    private const int ShortValue = 1024;

    /// <summary>Characters of a text that are encoded at once: three bytes each at most.</summary>
    private const int TextChunk = 2048;

    /// <summary>Up to that many characters, as nearly all texts have, one look tells whether to escape anything.</summary>
    private const int ShortText = 256;

    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(unit => (char)unit), '"', '\\']);

    private static readonly JsonWriterOptions ElementOptions = new()
    {
        SkipValidation = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 10_000,
    };

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int _count;
    private long _flushed;
    private bool _needsComma;

    /// <summary>How many bytes were written.</summary>
    public long Length => _flushed + _count;

    /// <summary>A name with a comma before it, quotation marks and colon, made once for keys that are written often.</summary>
    public static byte[] KeyOf(string name)
    {
        var key = new ArrayBufferWriter<byte>();
        using (var json = new JsonOutput(key) { _needsComma = true }) json.WritePropertyName(name);
        return key.WrittenSpan.ToArray();
    }

    public void WriteStartObject() => Open((byte)'{');

    public void WriteEndObject() => Close((byte)'}');

    public void WriteStartArray() => Open((byte)'[');

    public void WriteEndArray() => Close((byte)']');

    /// <param name="key">As <see cref="KeyOf"/> made it.</param>
    public void WriteKey(byte[] key)
    {
        var text = key.AsSpan(_needsComma ? 0 : 1);
        text.CopyTo(Reserve(text.Length));
        _count += text.Length;
        _needsComma = false;
    }

    public void WritePropertyName(string name)
    {
        WriteStringValue(name);
        Append((byte)':');
        _needsComma = false;
    }

    public void WriteNullValue() => WriteLiteral("null"u8);

    public void WriteBooleanValue(bool value) => WriteLiteral(value ? "true"u8 : "false"u8);

    public void WriteNumberValue<T>(T value)
        where T : struct, IUtf8SpanFormattable
    {
        Separate();
        value.TryFormat(Reserve(LongestNumber), out var length, default, CultureInfo.InvariantCulture);
        _count += length;
        _needsComma = true;
    }

    public void WriteStringValue(ReadOnlySpan<char> text)
    {
        Separate();
        _needsComma = true;
        if (text.Length <= ShortText && text.IndexOfAny(Escaped) < 0)
        {
            var span = Reserve(text.Length * 3 + 2);
            span[0] = (byte)'"';
            Utf8.FromUtf16(text, span[1..], out _, out var length); // Half a pair becomes U+FFFD.
            span[length + 1] = (byte)'"';
            _count += length + 2;
            return;
        }

        Append((byte)'"');
        while (!text.IsEmpty)
        {
            var length = Math.Min(text.Length, TextChunk);
            if (length < text.Length && char.IsHighSurrogate(text[length - 1])) length--; // Its other half comes with it.
            var stop = text[..length].IndexOfAny(Escaped);
            var plain = stop < 0 ? length : stop;
            Utf8.FromUtf16(text[..plain], Reserve(plain * 3), out _, out var written);
            _count += written;
            if (stop >= 0) AppendEscaped(text[plain++]);
            text = text[plain..];
        }

        Append((byte)'"');
    }

    /// <summary>A value that is JSON already, and stays what it is.</summary>
    public void WriteValue(ReadOnlyMemory<byte> json)
    {
        Separate();
        _needsComma = true;
        if (json.Length <= ShortValue)
        {
            json.Span.CopyTo(Reserve(json.Length));
            _count += json.Length;
            return;
        }

        Flush();
        if (output is ResponseBytes response) response.Append(json);
        else output.Write(json.Span);
        _flushed += json.Length;
    }

    public void WriteElement(JsonElement element)
    {
        Separate();
        Flush();
        using var json = new Utf8JsonWriter(output, ElementOptions);
        element.WriteTo(json);
        json.Flush();
        _flushed += json.BytesCommitted;
        _needsComma = true;
    }

    public void Dispose()
    {
        Flush();
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
    }

    private void Open(byte bracket)
    {
        Separate();
        Append(bracket);
        _needsComma = false;
    }

    private void Close(byte bracket)
    {
        Append(bracket);
        _needsComma = true;
    }

    private void WriteLiteral(ReadOnlySpan<byte> literal)
    {
        Separate();
        literal.CopyTo(Reserve(literal.Length));
        _count += literal.Length;
        _needsComma = true;
    }

    private void AppendEscaped(char unit)
    {
        var escape = unit switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\n' => "\\n"u8,
            '\r' => "\\r"u8,
            '\t' => "\\t"u8,
            '\b' => "\\b"u8,
            '\f' => "\\f"u8,
            _ => "\\u00"u8,
        };
        var span = Reserve(LongestEscape);
        escape.CopyTo(span);
        _count += escape.Length;
        if (escape.Length == 2) return;
        ((int)unit).TryFormat(span[escape.Length..], out var length, "x2", CultureInfo.InvariantCulture);
        _count += length;
    }

    private void Separate()
    {
        if (_needsComma) Append((byte)',');
    }

    private void Append(byte unit)
    {
        if (_count == _buffer.Length) MakeRoom(1);
        _buffer[_count++] = unit;
    }

    /// <summary>Room for so many bytes; only a key can be longer than the buffer.</summary>
    private Span<byte> Reserve(int length)
    {
        if (_buffer.Length - _count < length) MakeRoom(length);
        return _buffer.AsSpan(_count);
    }

    private void MakeRoom(int length)
    {
        Flush();
        if (_buffer.Length >= length) return;
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(length, BufferSize));
    }

    private void Flush()
    {
        if (_count == 0) return;
        if (output is ResponseBytes response && (_count >= MuchWritten || response.Length == 0))
        {
            response.Take(_buffer, _count);
            _buffer = [];
        }
        else output.Write(_buffer.AsSpan(0, _count));
        _flushed += _count;
        _count = 0;
    }
}
