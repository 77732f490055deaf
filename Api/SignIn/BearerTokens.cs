using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Jobs.Api.SignIn;

/// <summary>Validates signed JSON Web Tokens, strictly: the token chooses neither algorithm nor key.</summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc8725, on https://www.rfc-editor.org/rfc/rfc7515 and rfc7519.</remarks>
public sealed class BearerTokens(IEnumerable<TokenIssuer> issuers, int tokenCharactersMax, TimeSpan clockSkew, TimeProvider time)
{
    private const int SubjectCharactersMax = 255;
    private static readonly JsonDocumentOptions StrictJson = new() { AllowDuplicateProperties = false, MaxDepth = 16 };
    private static readonly FrozenSet<string> Types = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "JWT", "at+jwt", "application/at+jwt");

    // Headers that bring their own key, encrypt, compress, nest, or change what the signature covers.
    private static readonly string[] RefusedHeaders = ["crit", "jwk", "jku", "x5c", "x5u", "enc", "zip", "cty", "b64"];

    private readonly FrozenDictionary<string, TokenIssuer> issuersByName =
        issuers.ToFrozenDictionary(issuer => issuer.Name, StringComparer.Ordinal);

    private volatile TokenHeader? lastHeader;

    /// <exception cref="KeysUnavailableException">The issuer publishes its keys and cannot be asked.</exception>
    public async ValueTask<(SignedInUser? User, TokenRefusal Refusal)> ValidateAsync(
        string token, CancellationToken cancellationToken)
    {
        if (token.Length > tokenCharactersMax) return Refused(TokenRefusal.TooLarge);
        var parts = token.Split('.', 4);
        if (parts.Length != 3) return Refused(TokenRefusal.Malformed); // Five parts would be an encrypted token.
        if (Decode(parts[2]) is not { } signature) return Refused(TokenRefusal.Malformed);
        var header = HeaderOf(parts[0]);
        using var payload = DecodeObject(parts[1]);
        if (header is null || payload is null) return Refused(TokenRefusal.Malformed);

        if (header.Refusal != TokenRefusal.None) return Refused(header.Refusal);
        if (Text(payload.RootElement, "iss") is not { } name || !issuersByName.TryGetValue(name, out var issuer))
            return Refused(TokenRefusal.UnknownIssuer);
        if (header.Algorithm != issuer.Algorithm.ToString()) return Refused(TokenRefusal.WrongAlgorithm);
        if (await issuer.Keys.FindAsync(header.KeyId, cancellationToken) is not { } key) return Refused(TokenRefusal.UnknownKey);
        if (key.Algorithm != issuer.Algorithm) return Refused(TokenRefusal.WrongAlgorithm);
        if (!key.Verifies(Encoding.ASCII.GetBytes(token, 0, token.LastIndexOf('.')), signature))
            return Refused(TokenRefusal.BadSignature);
        return Claims(payload.RootElement, issuer);
    }

    /// <summary>Null: it is none. An issuer's tokens have the same one, so the last one is not read again.</summary>
    private TokenHeader? HeaderOf(string part)
    {
        if (lastHeader is { } last && last.Encoded == part) return last;
        using var read = DecodeObject(part);
        return read is null ? null : lastHeader = new TokenHeader(
            part, Text(read.RootElement, "alg"), Text(read.RootElement, "kid"), HeaderRefusal(read.RootElement));
    }

    private static TokenRefusal HeaderRefusal(JsonElement header)
    {
        foreach (var name in RefusedHeaders)
            if (header.TryGetProperty(name, out _)) return TokenRefusal.HeaderNotAllowed;
        if (header.TryGetProperty("kid", out var keyId) && keyId.ValueKind != JsonValueKind.String) return TokenRefusal.Malformed;
        if (!header.TryGetProperty("typ", out _)) return TokenRefusal.None;
        return Text(header, "typ") is { } type && Types.Contains(type) ? TokenRefusal.None : TokenRefusal.WrongType;
    }

    private (SignedInUser?, TokenRefusal) Claims(JsonElement payload, TokenIssuer issuer)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
        if (Seconds(payload, "exp") is not { } expires) return Refused(TokenRefusal.Malformed);
        if (now >= expires + clockSkew.TotalSeconds) return Refused(TokenRefusal.Expired);
        if (payload.TryGetProperty("nbf", out _))
        {
            if (Seconds(payload, "nbf") is not { } notBefore) return Refused(TokenRefusal.Malformed);
            if (now < notBefore - clockSkew.TotalSeconds) return Refused(TokenRefusal.NotYetValid);
        }
        if (!Texts(payload, "aud").Contains(issuer.Audience, StringComparer.Ordinal)) return Refused(TokenRefusal.WrongAudience);
        if (Text(payload, "sub") is not { Length: > 0 and <= SubjectCharactersMax } subject || subject.Any(char.IsControl))
            return Refused(TokenRefusal.NoSubject);
        var roles = Texts(payload, "role").Where(Roles.IsKnown).Distinct().ToArray();
        return (new SignedInUser(issuer.Name, subject, roles, Instant(expires + clockSkew.TotalSeconds)), TokenRefusal.None);
    }

    /// <summary>A claim may name an instant after the end of all calendars.</summary>
    private static DateTimeOffset Instant(double seconds) => seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)) : DateTimeOffset.MaxValue;

    private static (SignedInUser?, TokenRefusal) Refused(TokenRefusal refusal) => (null, refusal);

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Seconds(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetDouble(out var seconds) && double.IsFinite(seconds) ? seconds : null;

    /// <summary>A claim that is one string or a list of strings (RFC 7519, section 4.1.3).</summary>
    private static IEnumerable<string> Texts(JsonElement parent, string name)
    {
        if (!parent.TryGetProperty(name, out var value)) return [];
        if (value.ValueKind == JsonValueKind.String) return [value.GetString()!];
        return value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)
            : [];
    }

    private static JsonDocument? DecodeObject(string part)
    {
        if (Decode(part) is not { } bytes || !Utf8.IsValid(bytes)) return null;
        try
        {
            var document = JsonDocument.Parse(bytes, StrictJson);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root && HasOnlyWholeCharacters(root)) return document;
            document.Dispose();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escape such as \ud800 alone, which names no character.
        }
        return null;
    }

    private static bool HasOnlyWholeCharacters(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().All(member =>
            member.Name is not null && HasOnlyWholeCharacters(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().All(HasOnlyWholeCharacters),
        JsonValueKind.String => value.GetString() is not null,
        _ => true,
    };

    /// <summary>Base64url in its one canonical spelling: no padding, no white space, no loose bits at the end.</summary>
    private static byte[]? Decode(string part)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(part);
            return Base64Url.EncodeToString(bytes) == part ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <param name="Encoded">As the token has it.</param>
    /// <param name="Algorithm">Which one it names.</param>
    /// <param name="KeyId">Which key it names.</param>
    /// <param name="Refusal">Why no token may have it.</param>
    private sealed record TokenHeader(string Encoded, string? Algorithm, string? KeyId, TokenRefusal Refusal);
}
