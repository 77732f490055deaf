using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Jobs.Api.SignIn;
using Jobs.Testing;

namespace Jobs.Api.Tests.SignIn;

/// <summary>The examples that RFC 7515 and RFC 7519 print.</summary>
public sealed class PublishedVectorTests
{
    private const string Payload =
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

    // RFC 7515, A.1, which is also RFC 7519, 3.1.
    private const string Hs256Token = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9." + Payload
        + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private const string Hs256Key = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";

    // RFC 7515, A.2.
    private const string Rs256Token = "eyJhbGciOiJSUzI1NiJ9." + Payload + "."
        + "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9"
        + "uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB"
        + "_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rq"
        + "Vt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
    private const string Rs256Modulus =
        "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yR"
        + "T-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXB"
        + "dQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9ia"
        + "GNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ";
    private const string Rs256Key = "{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"" + Rs256Modulus + "\"}";


    // RFC 7515, A.3.
    private const string Es256Token = "eyJhbGciOiJFUzI1NiJ9." + Payload
        + ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
    private const string Es256Key = """
        {"kty":"EC","crv":"P-256",
         "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
         "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
        """;

    [Fact]
    public void RFC_7515_A1_verifies_with_its_HS256_key() =>
        AssertVerifies(VerificationKey.Hmac(Base64Url.DecodeFromChars(Hs256Key)), Hs256Token);

    [Fact]
    public void RFC_7515_A2_verifies_with_its_RS256_key() =>
        AssertVerifies(KeyOf(Rs256Key, SignatureAlgorithm.RS256), Rs256Token);

    [Fact]
    public void RFC_7515_A3_verifies_with_its_ES256_key() =>
        AssertVerifies(KeyOf(Es256Key, SignatureAlgorithm.ES256), Es256Token);

    [Theory, InlineData(Hs256Token), InlineData(Rs256Token), InlineData(Es256Token)]
    public async Task A_second_before_it_expires_the_example_lacks_only_an_audience(string token) =>
        Assert.Equal(TokenRefusal.WrongAudience, await RefusalAsync(token, 1_300_819_379));

    [Theory, InlineData(Hs256Token), InlineData(Rs256Token), InlineData(Es256Token)]
    public async Task At_its_exp_the_example_is_expired(string token) =>
        Assert.Equal(TokenRefusal.Expired, await RefusalAsync(token, 1_300_819_380));

    [Fact]
    public async Task RFC_7519_6_1_an_unsecured_token_is_refused() =>
        Assert.Equal(TokenRefusal.WrongAlgorithm, await RefusalAsync($"eyJhbGciOiJub25lIn0.{Payload}.", 1_300_819_379));

    [Fact]
    public async Task A_token_of_five_parts_as_encrypted_ones_have_is_refused() =>
        Assert.Equal(TokenRefusal.Malformed, await RefusalAsync(
            "eyJhbGciOiJSU0ExXzUiLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0.QR1Owv2ug2WyPBnbQrRARTeEk9kDO2w8.AxY8DCtDaGlsbGljb3RoZQ."
            + "MKOle7UQrG6nSxTLX6Mqwt0orbHvAKeWnDYvpIAeZ72deHxz3roJDXQyhxx0wKaM.fiK51VwhsxJ-siBMR-YFiA", 1_300_819_379));

    private static void AssertVerifies(VerificationKey key, string token)
    {
        var end = token.LastIndexOf('.');
        var signature = Base64Url.DecodeFromChars(token.AsSpan(end + 1));
        Assert.True(key.Verifies(Encoding.ASCII.GetBytes(token[..end]), signature));
        signature[^1] ^= 1;
        Assert.False(key.Verifies(Encoding.ASCII.GetBytes(token[..end]), signature));
    }

    private static async Task<TokenRefusal> RefusalAsync(string token, long now)
    {
        var algorithm = Enum.Parse<SignatureAlgorithm>(token == Hs256Token ? "HS256" : token == Es256Token ? "ES256" : "RS256");
        var key = algorithm switch
        {
            SignatureAlgorithm.HS256 => VerificationKey.Hmac(Base64Url.DecodeFromChars(Hs256Key)),
            SignatureAlgorithm.ES256 => KeyOf(Es256Key, algorithm),
            _ => KeyOf(Rs256Key, algorithm),
        };
        var tokens = new BearerTokens([new TokenIssuer("joe", "jobs", algorithm, IssuerKeys.Fixed(key))],
            8_192, TimeSpan.Zero, new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(now)));
        return (await tokens.ValidateAsync(token, TestContext.Current.CancellationToken)).Refusal;
    }

    private static VerificationKey KeyOf(string jwk, SignatureAlgorithm algorithm)
    {
        using var keySet = JsonDocument.Parse($$"""{"keys":[{{jwk}}]}""");
        return Assert.Single(JsonWebKeys.Read(keySet.RootElement, algorithm)).Key;
    }
}
