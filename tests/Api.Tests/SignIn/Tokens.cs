using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Jobs.Api.Tests.SignIn;

/// <summary>Makes tokens, good and bad, out of the raw JSON of their parts.</summary>
internal static class Tokens
{
    public static string Hs256(string header, string payload, byte[] secret) =>
        Sign(header, payload, signed => HMACSHA256.HashData(secret, signed));

    public static string Rs256(string header, string payload, RSA key) =>
        Sign(header, payload, signed => key.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public static string Es256(string header, string payload, ECDsa key) =>
        Sign(header, payload, signed => key.SignData(signed, HashAlgorithmName.SHA256));

    public static string Sign(string header, string payload, Func<byte[], byte[]> sign)
    {
        var signed = $"{Encode(header)}.{Encode(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
