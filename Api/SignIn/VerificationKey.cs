using System.Security.Cryptography;
using System.Text;

namespace Jobs.Api.SignIn;

/// <summary>A key bound to the one algorithm that it verifies, so that a public key can never serve as an HMAC secret.</summary>
public abstract class VerificationKey(SignatureAlgorithm algorithm)
{
    private const string Base64Prefix = "base64:";

    public SignatureAlgorithm Algorithm { get; } = algorithm;

    public abstract bool Verifies(ReadOnlySpan<byte> signedBytes, ReadOnlySpan<byte> signature);

    /// <exception cref="ArgumentException">The secret is shorter than the hash (RFC 7518, section 3.2).</exception>
    public static VerificationKey Hmac(byte[] secret) => secret.Length >= SHA256.HashSizeInBytes
        ? new HmacKey(secret)
        : throw new ArgumentException($"An HS256 key needs at least 256 bits; this one has {secret.Length * 8}.");

    /// <exception cref="ArgumentException">Too short (RFC 7518, section 3.3), or too long to verify cheaply.</exception>
    public static VerificationKey Rsa(RSA key) => key.KeySize is >= 2048 and <= 8192
        ? new RsaKey(key)
        : throw new ArgumentException($"An RS256 key has 2048 to 8192 bits; this one has {key.KeySize}.");

    /// <exception cref="ArgumentException">The curve is not P-256 (RFC 7518, section 3.4).</exception>
    public static VerificationKey Ecdsa(ECDsa key) =>
        key.ExportParameters(false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
            ? new EcdsaKey(key)
            : throw new ArgumentException("An ES256 key lies on the curve P-256; this one does not.");

    /// <summary>A public key in PEM, or an HMAC secret: its UTF-8 bytes, or <c>base64:</c> and the secret in base64.</summary>
    /// <exception cref="ArgumentException">The text is no usable key.</exception>
    public static VerificationKey FromSetting(string text) =>
        text.TrimStart().StartsWith("-----BEGIN", StringComparison.Ordinal) ? FromPem(text) : Hmac(SecretFromSetting(text));

    /// <exception cref="ArgumentException">The text announces base64 and is none.</exception>
    public static byte[] SecretFromSetting(string text)
    {
        if (!text.StartsWith(Base64Prefix, StringComparison.Ordinal)) return Encoding.UTF8.GetBytes(text);
        try
        {
            return Convert.FromBase64String(text[Base64Prefix.Length..]);
        }
        catch (FormatException)
        {
            throw new ArgumentException("The text after \"base64:\" is not base64.");
        }
    }

    private static VerificationKey FromPem(string pem)
    {
        // A private key is refused: this service verifies, and a secret that is not needed should not lie here.
        if (pem.Contains("PRIVATE", StringComparison.Ordinal))
            throw new ArgumentException("Give the public key, not the private one.");
        try
        {
            var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return Rsa(rsa);
        }
        catch (CryptographicException)
        {
        }
        try
        {
            var ecdsa = ECDsa.Create();
            ecdsa.ImportFromPem(pem);
            return Ecdsa(ecdsa);
        }
        catch (CryptographicException)
        {
            throw new ArgumentException("The PEM text is neither an RSA nor an EC public key.");
        }
    }

    private sealed class HmacKey(byte[] secret) : VerificationKey(SignatureAlgorithm.HS256)
    {
        public override bool Verifies(ReadOnlySpan<byte> signedBytes, ReadOnlySpan<byte> signature)
        {
            Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
            HMACSHA256.HashData(secret, signedBytes, expected);
            return CryptographicOperations.FixedTimeEquals(expected, signature);
        }
    }

    private sealed class RsaKey(RSA key) : VerificationKey(SignatureAlgorithm.RS256)
    {
        public override bool Verifies(ReadOnlySpan<byte> signedBytes, ReadOnlySpan<byte> signature) =>
            key.VerifyData(signedBytes, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private sealed class EcdsaKey(ECDsa key) : VerificationKey(SignatureAlgorithm.ES256)
    {
        public override bool Verifies(ReadOnlySpan<byte> signedBytes, ReadOnlySpan<byte> signature) => signature.Length == 64
            && key.VerifyData(
                signedBytes, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
