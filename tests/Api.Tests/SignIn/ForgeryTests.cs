using System.Security.Cryptography;
using System.Text;
using Jobs.Api.SignIn;
using Jobs.Testing;

namespace Jobs.Api.Tests.SignIn;

/// <summary>A table of tokens that must not sign anybody in, each with the reason for which it is refused.</summary>
public sealed class ForgeryTests
{
    private const string HsHeader = """{"alg":"HS256","typ":"JWT"}""";
    private const string RsHeader = """{"alg":"RS256","kid":"k1"}""";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("a secret of at least thirty-two bytes");
    private static readonly RSA Rsa = RSA.Create(2048);
    private static readonly ECDsa Ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private readonly BearerTokens tokens = new(
        [
            new TokenIssuer("hs", "jobs", SignatureAlgorithm.HS256, IssuerKeys.Fixed(VerificationKey.Hmac(Secret))),
            new TokenIssuer("rs", "jobs", SignatureAlgorithm.RS256, IssuerKeys.Fixed(VerificationKey.Rsa(Rsa))),
            new TokenIssuer("es", "jobs", SignatureAlgorithm.ES256, IssuerKeys.Fixed(VerificationKey.Ecdsa(Ecdsa))),
        ], 8_192, TimeSpan.FromSeconds(30), new FakeTimeProvider(Now));

    public static TheoryData<string, string, TokenRefusal> ForgedParts() => new()
    {
        // Header (signed with the right secret, so that only the header is at fault)
        { """{"typ":"JWT"}""", Payload(), TokenRefusal.WrongAlgorithm },
        { """{"alg":"none"}""", Payload(), TokenRefusal.WrongAlgorithm },
        { """{"alg":"NONE"}""", Payload(), TokenRefusal.WrongAlgorithm },
        { """{"alg":"hs256"}""", Payload(), TokenRefusal.WrongAlgorithm },
        { """{"alg":"HS384"}""", Payload(), TokenRefusal.WrongAlgorithm },
        { """{"alg":["HS256"]}""", Payload(), TokenRefusal.WrongAlgorithm },
        { """{"alg":"HS256","alg":"none"}""", Payload(), TokenRefusal.Malformed },
        { """{"alg":"HS256","crit":["exp"],"exp":1}""", Payload(), TokenRefusal.HeaderNotAllowed },
        { """{"alg":"HS256","b64":false,"crit":["b64"]}""", Payload(), TokenRefusal.HeaderNotAllowed },
        { """{"alg":"HS256","jwk":{"kty":"oct","k":"AAAA"}}""", Payload(), TokenRefusal.HeaderNotAllowed },
        { """{"alg":"HS256","jku":"https://evil.example/keys"}""", Payload(), TokenRefusal.HeaderNotAllowed },
        { """{"alg":"HS256","x5u":"https://evil.example/chain"}""", Payload(), TokenRefusal.HeaderNotAllowed },
        { """{"alg":"HS256","x5c":["MIIB"]}""", Payload(), TokenRefusal.HeaderNotAllowed },
        { """{"alg":"HS256","zip":"DEF"}""", Payload(), TokenRefusal.HeaderNotAllowed },
        { """{"alg":"HS256","cty":"JWT"}""", Payload(), TokenRefusal.HeaderNotAllowed },
        { """{"alg":"HS256","enc":"A128GCM"}""", Payload(), TokenRefusal.HeaderNotAllowed },
        { """{"alg":"HS256","typ":"dpop+jwt"}""", Payload(), TokenRefusal.WrongType },
        { """{"alg":"HS256","typ":7}""", Payload(), TokenRefusal.WrongType },
        { """{"alg":"HS256","kid":7}""", Payload(), TokenRefusal.Malformed },
        { """["HS256"]""", Payload(), TokenRefusal.Malformed },
        { """{"alg":"HS256"} x""", Payload(), TokenRefusal.Malformed },
        { """{"alg":"HS256","x":"\ud800"}""", Payload(), TokenRefusal.Malformed },
        // Claims
        { HsHeader, "not json", TokenRefusal.Malformed },
        { HsHeader, "[]", TokenRefusal.Malformed },
        { HsHeader, Payload(extra: ""","sub":"9" """), TokenRefusal.Malformed },
        { HsHeader, Payload(issuer: "somebody-else"), TokenRefusal.UnknownIssuer },
        { HsHeader, Payload(issuer: "HS"), TokenRefusal.UnknownIssuer },
        { HsHeader, Payload(issuer: "rs"), TokenRefusal.WrongAlgorithm },
        { HsHeader, """{"aud":"jobs","sub":"7","exp":1800000060}""", TokenRefusal.UnknownIssuer },
        { HsHeader, """{"iss":["hs"],"aud":"jobs","sub":"7","exp":1800000060}""", TokenRefusal.UnknownIssuer },
        { HsHeader, """{"iss":"hs","aud":"jobs","sub":"7"}""", TokenRefusal.Malformed },
        { HsHeader, """{"iss":"hs","aud":"jobs","sub":"7","exp":"1800000060"}""", TokenRefusal.Malformed },
        { HsHeader, """{"iss":"hs","aud":"jobs","sub":"7","exp":1e999}""", TokenRefusal.Malformed },
        { HsHeader, Payload(expires: 1_799_999_970), TokenRefusal.Expired },
        { HsHeader, Payload(extra: ""","nbf":1800000031"""), TokenRefusal.NotYetValid },
        { HsHeader, Payload(extra: ""","nbf":"now" """), TokenRefusal.Malformed },
        { HsHeader, Payload(audience: "\"other\""), TokenRefusal.WrongAudience },
        { HsHeader, Payload(audience: "\"Jobs\""), TokenRefusal.WrongAudience },
        { HsHeader, Payload(audience: "[\"other\", 7]"), TokenRefusal.WrongAudience },
        { HsHeader, Payload(audience: "null"), TokenRefusal.WrongAudience },
        { HsHeader, Payload(subject: "\"\""), TokenRefusal.NoSubject },
        { HsHeader, Payload(subject: "7"), TokenRefusal.NoSubject },
        { HsHeader, Payload(subject: "\"a\\u0000b\""), TokenRefusal.NoSubject },
        { HsHeader, Payload(subject: $"\"{new string('a', 256)}\""), TokenRefusal.NoSubject },
    };

    [Theory, MemberData(nameof(ForgedParts))]
    public async Task A_forged_part_is_refused_for_its_reason(string header, string payload, TokenRefusal expected) =>
        Assert.Equal(expected, await RefusalOf(Tokens.Hs256(header, payload, Secret)));

    [Fact]
    public async Task A_forged_header_is_refused_after_a_good_one_and_the_good_one_is_not_after_a_forged_one()
    {
        foreach (var header in new[] { HsHeader, """{"alg":"none"}""", """{"alg":"none"}""", HsHeader, RsHeader, HsHeader })
            Assert.Equal(header == HsHeader ? TokenRefusal.None : TokenRefusal.WrongAlgorithm,
                await RefusalOf(Tokens.Hs256(header, Payload(), Secret)));
    }

    [Fact]
    public async Task The_public_key_of_an_RS256_issuer_is_no_HS256_secret()
    {
        var pem = Encoding.ASCII.GetBytes(Rsa.ExportSubjectPublicKeyInfoPem());
        foreach (var secret in new[] { pem, Rsa.ExportSubjectPublicKeyInfo(), Rsa.ExportRSAPublicKey() })
            Assert.Equal(TokenRefusal.WrongAlgorithm, await RefusalOf(Tokens.Hs256(HsHeader, Payload("rs"), secret)));
        Assert.Equal(TokenRefusal.BadSignature,
            await RefusalOf(Tokens.Hs256(RsHeader, Payload("rs"), Rsa.ExportSubjectPublicKeyInfo())));
    }

    [Fact]
    public async Task Another_key_of_the_right_kind_signs_nothing()
    {
        using var otherRsa = RSA.Create(2048);
        using var otherEcdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal(TokenRefusal.BadSignature, await RefusalOf(Tokens.Rs256(RsHeader, Payload("rs"), otherRsa)));
        Assert.Equal(TokenRefusal.BadSignature, await RefusalOf(Tokens.Es256("""{"alg":"ES256"}""", Payload("es"), otherEcdsa)));
        Assert.Equal(TokenRefusal.BadSignature, await RefusalOf(Tokens.Hs256(HsHeader, Payload(), new byte[32])));
    }

    [Fact]
    public async Task A_signature_that_is_missing_cut_or_zero_is_refused()
    {
        var good = Tokens.Hs256(HsHeader, Payload(), Secret);
        var signedPart = good[..good.LastIndexOf('.')];
        Assert.Equal(TokenRefusal.BadSignature, await RefusalOf($"{signedPart}."));
        Assert.Equal(TokenRefusal.Malformed, await RefusalOf(signedPart));
        Assert.Equal(TokenRefusal.BadSignature, await RefusalOf(good[..^4]));
        // CVE-2022-21449: r = s = 0, which a careless verifier takes for valid whatever was signed.
        Assert.Equal(TokenRefusal.BadSignature,
            await RefusalOf(Tokens.Sign("""{"alg":"ES256"}""", Payload("es"), _ => new byte[64])));
        Assert.Equal(TokenRefusal.BadSignature, await RefusalOf(Tokens.Sign("""{"alg":"ES256"}""", Payload("es"),
            signed => Ecdsa.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))));
    }

    [Fact]
    public async Task A_payload_swapped_under_a_good_signature_is_refused()
    {
        var parts = Tokens.Hs256(HsHeader, Payload(), Secret).Split('.');
        parts[1] = Tokens.Encode(Payload(subject: "\"8\""));
        Assert.Equal(TokenRefusal.BadSignature, await RefusalOf(string.Join('.', parts)));
    }

    [Fact]
    public async Task Base64url_has_one_spelling()
    {
        var good = Tokens.Hs256(HsHeader, Payload(), Secret);
        Assert.Equal(TokenRefusal.None, await RefusalOf(good));
        foreach (var bad in new[]
        {
            $"{good}=", $"{good}==", $" {good}", $"{good}\n", good.Insert(10, " "), good.Replace('.', ','),
        })
            Assert.Equal(TokenRefusal.Malformed, await RefusalOf(bad));
        // An HMAC leaves two loose bits in its last character: four spellings decode to the same bytes, one is canonical.
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var loose = good[..^1] + Alphabet[Alphabet.IndexOf(good[^1], StringComparison.Ordinal) | 1];
        Assert.Equal(TokenRefusal.Malformed, await RefusalOf(loose));
    }

    [Fact]
    public async Task Sizes_and_shapes_beyond_reason_are_refused_before_anything_is_decoded()
    {
        Assert.Equal(TokenRefusal.TooLarge, await RefusalOf(new string('a', 8_193)));
        foreach (var bad in new[] { "", ".", "..", "...", "a.b.c.d.e", "🦊.🦊.🦊", new string('.', 8_192) })
            Assert.Equal(TokenRefusal.Malformed, await RefusalOf(bad));
        var deep = string.Concat(Enumerable.Repeat("[", 500));
        Assert.Equal(TokenRefusal.Malformed, await RefusalOf(Tokens.Hs256(HsHeader, deep, Secret)));
    }

    [Fact]
    public async Task Good_tokens_of_every_algorithm_sign_in()
    {
        foreach (var token in new[]
        {
            Tokens.Hs256(HsHeader, Payload(audience: """["other","jobs"]""", extra: ""","role":["operator","king"]"""), Secret),
            Tokens.Rs256("""{"alg":"RS256","typ":"at+jwt"}""", Payload("rs", extra: ""","role":"operator" """), Rsa),
            Tokens.Es256("""{"typ":"jwt","alg":"ES256"}""", Payload("es", extra: ""","role":["operator"]"""), Ecdsa),
        })
        {
            var (user, refusal) = await tokens.ValidateAsync(token, TestContext.Current.CancellationToken);
            Assert.Equal(TokenRefusal.None, refusal);
            Assert.Equal(("7", "operator"), (user!.Subject, Assert.Single(user.Roles)));
        }
    }

    [Fact]
    public async Task The_clock_may_be_half_a_minute_off_and_not_more()
    {
        Assert.Equal(TokenRefusal.None, await RefusalOf(Tokens.Hs256(HsHeader, Payload(expires: 1_799_999_971), Secret)));
        Assert.Equal(TokenRefusal.None, await RefusalOf(Tokens.Hs256(HsHeader, Payload(extra: ""","nbf":1800000030"""), Secret)));
    }

    private async Task<TokenRefusal> RefusalOf(string token) =>
        (await tokens.ValidateAsync(token, TestContext.Current.CancellationToken)).Refusal;

    private static string Payload(
        string issuer = "hs", string audience = "\"jobs\"", string subject = "\"7\"", long expires = 1_800_000_060,
        string extra = "") =>
        $$"""{"iss":"{{issuer}}","aud":{{audience}},"sub":{{subject}},"exp":{{expires}}{{extra}}}""";
}
