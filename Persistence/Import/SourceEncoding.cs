using System.Buffers;
using System.Text;

namespace Jobs.Persistence.Import;

/// <summary>
/// Tells UTF-8 from CP949 by the bytes of the whole file; Korean text in one is never mostly valid in the other.
/// </summary>
internal static class SourceEncoding
{
    /// <summary>Stands where bytes could not be decoded. Not U+FFFD: one of the real files holds that as its own text.</summary>
    public const char Undecodable = '\uF8FF';

    private const int BlockBytes = 64 * 1024;
    private const int EnoughInvalid = 1000;

    private static readonly DecoderFallback Marking = new DecoderReplacementFallback(Undecodable.ToString());
    private static readonly Encoding Utf8 = Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, Marking);
    private static readonly Encoding Cp949 =
        CodePagesEncodingProvider.Instance.GetEncoding(949, EncoderFallback.ExceptionFallback, Marking)!;

    /// <summary>Reads the stream to its end (or until the answer is plain) and leaves it at the start of the text.</summary>
    public static Encoding Detect(Stream stream)
    {
        var buffer = new byte[BlockBytes];
        long valid = 0, invalid = 0;
        var kept = 0;
        while (true)
        {
            var read = stream.Read(buffer, kept, buffer.Length - kept);
            var filled = kept + read;
            var rest = Count(buffer.AsSpan(0, filled), isLast: read == 0, ref valid, ref invalid);
            buffer.AsSpan(filled - rest, rest).CopyTo(buffer);
            kept = rest;
            if (read == 0 || (invalid > EnoughInvalid && !IsUtf8(valid, invalid))) break;
        }
        stream.Position = 0;
        return IsUtf8(valid, invalid) ? Utf8 : Cp949;
    }

    // One damaged row must not turn a UTF-8 file of thousands into CP949 nonsense.
    private static bool IsUtf8(long valid, long invalid) => invalid * 10 <= valid;

    /// <returns>How many bytes at the end belong to a character that goes on in the next block.</returns>
    private static int Count(ReadOnlySpan<byte> bytes, bool isLast, ref long valid, ref long invalid)
    {
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0) return 0;
            bytes = bytes[ascii..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            if (status == OperationStatus.NeedMoreData && !isLast) return bytes.Length;
            if (status == OperationStatus.Done) valid++;
            else invalid++;
            bytes = bytes[consumed..];
        }
        return 0;
    }
}
