using System.Security.Cryptography;
using System.Text;

namespace Jobs.Persistence.Import;

/// <summary>A short stable name for a list of texts: the first 128 bits of their SHA-256.</summary>
internal static class Fingerprint
{
    private const char Separator = '\u001F'; // PlainText lets no control character through, so no text holds it.
    private const int Bytes = 16;

    public static string Of(params IEnumerable<string?> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(Separator, texts))).AsSpan(0, Bytes));
}
