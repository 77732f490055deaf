using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Jobs.Api.SignIn;

/// <summary>Reads a JWK set into the keys that can verify one algorithm; keys for anything else are passed over.</summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc7517#section-5 says to ignore keys that are not understood.</remarks>
public static class JsonWebKeys
{
    private const int KeysMax = 64;

    /// <exception cref="JsonException">The document is no JWK set.</exception>
    public static IReadOnlyList<(string? KeyId, VerificationKey Key)> Read(JsonElement keySet, SignatureAlgorithm algorithm)
    {
        if (keySet.ValueKind != JsonValueKind.Object || !keySet.TryGetProperty("keys", out var keys)
            || keys.ValueKind != JsonValueKind.Array || keys.GetArrayLength() > KeysMax)
            throw new JsonException("The JWK set has no usable list of keys.");
        var usable = new List<(string?, VerificationKey)>();
        foreach (var key in keys.EnumerateArray())
            if (key.ValueKind == JsonValueKind.Object && ReadKey(key, algorithm) is { } verificationKey)
                usable.Add((Text(key, "kid"), verificationKey));
        return usable;
    }

    private static VerificationKey? ReadKey(JsonElement key, SignatureAlgorithm algorithm)
    {
        if (Text(key, "use") is not (null or "sig")) return null;
        if (Text(key, "alg") is { } keyAlgorithm && keyAlgorithm != algorithm.ToString()) return null;
        try
        {
            return (algorithm, Text(key, "kty")) switch
            {
                (SignatureAlgorithm.RS256, "RSA") => VerificationKey.Rsa(RSA.Create(new RSAParameters
                {
                    Modulus = Bytes(key, "n"),
                    Exponent = Bytes(key, "e"),
                })),
                (SignatureAlgorithm.ES256, "EC") when Text(key, "crv") == "P-256" =>
                    VerificationKey.Ecdsa(ECDsa.Create(new ECParameters
                    {
                        Curve = ECCurve.NamedCurves.nistP256,
                        Q = new ECPoint { X = Bytes(key, "x"), Y = Bytes(key, "y") },
                    })),
                _ => null, // A published secret ("oct") would be no secret.
            };
        }
        catch (Exception e) when (e is ArgumentException or FormatException or CryptographicException)
        {
            return null;
        }
    }

    private static byte[] Bytes(JsonElement key, string name) => Text(key, name) is { Length: > 0 } text
        ? Base64Url.DecodeFromChars(text)
        : throw new FormatException($"The key has no {name}."); // .NET answers an empty modulus with an IndexOutOfRangeException.

    private static string? Text(JsonElement key, string name) =>
        key.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
