using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Jobs.Experiments;

/// <summary>
/// Where in 0 to 100 a person stands for a flag, a seed or a layer: the function of Microsoft's libraries, on the stack.
/// Pure, so every server and every browser finds the same without asking anybody.
/// </summary>
public static class Percentile
{
    private const int StackBytesMax = 512;

    /// <summary>SHA-256 of "user LF hint" in UTF-8; its first four bytes, little-endian, as a share of 2³²−1.</summary>
    public static double Of(string userId, string hint)
    {
        var bytesMax = Encoding.UTF8.GetMaxByteCount(userId.Length + hint.Length + 1);
        var text = bytesMax <= StackBytesMax ? stackalloc byte[StackBytesMax] : new byte[bytesMax];
        var length = Encoding.UTF8.GetBytes(userId, text);
        text[length++] = (byte)'\n';
        length += Encoding.UTF8.GetBytes(hint, text[length..]);
        return FirstBytes(text[..length]) / (double)uint.MaxValue * 100;
    }

    /// <summary>The upper end is outside, except that 100 is inside.</summary>
    public static bool IsWithin(string userId, string hint, double from, double to)
    {
        if (to <= from) return false; // Nobody: not worth a hash.
        var percentile = Of(userId, hint);
        return percentile >= from && (percentile < to || to == 100);
    }

    private static uint FirstBytes(ReadOnlySpan<byte> text)
    {
        if (text.Length <= ShortSha256.BytesMax) return BinaryPrimitives.ReverseEndianness(ShortSha256.FirstWord(text));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        return BinaryPrimitives.ReadUInt32LittleEndian(hash);
    }
}
