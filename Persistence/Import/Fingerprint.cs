using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Jobs.Persistence.Import;

/// <summary>A short stable name for a list of texts: the first 128 bits of their SHA-256.</summary>
internal static class Fingerprint
{
    private const byte Separator = 0x1F; // PlainText lets no control character through, so no text holds it.
    private const int Bytes = 16;

    public static string Of(params ReadOnlySpan<string?> texts)
    {
        var bytesMax = texts.Length;
        foreach (var text in texts) bytesMax += Encoding.UTF8.GetMaxByteCount(text?.Length ?? 0);
        var buffer = ArrayPool<byte>.Shared.Rent(bytesMax);
        var length = 0;
        foreach (var text in texts)
        {
            length += Encoding.UTF8.GetBytes(text, buffer.AsSpan(length));
            buffer[length++] = Separator;
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.AsSpan(0, Math.Max(length - 1, 0)), hash);
        ArrayPool<byte>.Shared.Return(buffer);
        return Convert.ToHexStringLower(hash[..Bytes]);
    }
}
