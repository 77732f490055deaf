using System.Buffers.Text;
using System.Security.Cryptography;

namespace Jobs.Experiments;

/// <summary>A few bytes and their signature as opaque text.</summary>
internal static class SignedBytes
{
    private const int SignatureLength = 16; // 128 bits of HMAC-SHA256: nobody guesses them over the network.
    private const int LengthMax = 96;

    /// <param name="secret">The key.</param>
    /// <param name="content">Its first byte says what it is, so that one kind of token never passes for another.</param>
    public static string Write(byte[] secret, ReadOnlySpan<byte> content)
    {
        Span<byte> bytes = stackalloc byte[LengthMax];
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        content.CopyTo(bytes);
        HMACSHA256.HashData(secret, content, signature);
        signature[..SignatureLength].CopyTo(bytes[content.Length..]);
        return Base64Url.EncodeToString(bytes[..(content.Length + SignatureLength)]);
    }

    /// <summary>True if the text was written with this secret and its content fills the span.</summary>
    public static bool TryRead(byte[] secret, string text, Span<byte> content)
    {
        Span<byte> bytes = stackalloc byte[LengthMax];
        if (text.Length > Base64Url.GetEncodedLength(LengthMax) || !Base64Url.IsValid(text)
            || !Base64Url.TryDecodeFromChars(text, bytes, out var length) || length != content.Length + SignatureLength)
            return false;
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, bytes[..content.Length], signature);
        bytes[..content.Length].CopyTo(content);
        return CryptographicOperations.FixedTimeEquals(signature[..SignatureLength], bytes[content.Length..length]);
    }
}
