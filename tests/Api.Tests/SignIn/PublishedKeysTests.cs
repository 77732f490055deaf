using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using Jobs.Api.SignIn;
using Jobs.Testing;

namespace Jobs.Api.Tests.SignIn;

/// <summary>Keys that an issuer publishes: fetched once, kept, fetched again after a rotation, not at a guesser's pace.</summary>
public sealed class PublishedKeysTests : IDisposable
{
    private const string Issuer = "https://login.example/";
    private readonly FakeTimeProvider time = new();
    private readonly IssuerSite site = new();
    private readonly HttpClient http;
    private readonly PublishedKeys keys;

    public PublishedKeysTests()
    {
        http = new HttpClient(site);
        keys = new PublishedKeys(Issuer, new Uri(Issuer + ".well-known/openid-configuration"), SignatureAlgorithm.RS256,
            new PublishedKeysOptions(
                TimeSpan.FromHours(1), TimeSpan.FromHours(24), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5)), http, time);
    }

    [Fact]
    public async Task A_known_key_is_fetched_once_until_it_is_old()
    {
        Assert.NotNull(await FindAsync("one"));
        Assert.NotNull(await FindAsync("one"));
        Assert.Equal(2, site.Requests); // The metadata document and the key set.
        time.Advance(TimeSpan.FromMinutes(61));
        Assert.NotNull(await FindAsync("one"));
        Assert.Equal(4, site.Requests);
    }

    [Fact]
    public async Task A_rotated_key_is_found_without_waiting_for_the_old_ones_to_age()
    {
        Assert.NotNull(await FindAsync("one"));
        site.Publish("two");
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.NotNull(await FindAsync("two"));
        Assert.Null(await FindAsync("one"));
    }

    [Fact]
    public async Task Guessed_key_ids_cost_the_issuer_one_fetch_per_interval()
    {
        Assert.NotNull(await FindAsync("one"));
        for (var guess = 0; guess < 50; guess++) Assert.Null(await FindAsync($"guess-{guess}"));
        Assert.Equal(2, site.Requests);
        time.Advance(TimeSpan.FromSeconds(31));
        for (var guess = 0; guess < 50; guess++) Assert.Null(await FindAsync($"guess-{guess}"));
        Assert.Equal(4, site.Requests);
    }

    [Fact]
    public async Task Requests_that_arrive_together_share_one_fetch()
    {
        site.Hold();
        var waiting = Enumerable.Range(0, 20).Select(_ => FindAsync("one")).ToArray();
        site.Release();
        Assert.All(await Task.WhenAll(waiting), Assert.NotNull);
        Assert.Equal(2, site.Requests);
    }

    [Fact]
    public async Task An_issuer_out_of_reach_keeps_its_keys_for_a_day()
    {
        Assert.NotNull(await FindAsync("one"));
        site.IsDown = true;
        time.Advance(TimeSpan.FromHours(23));
        Assert.NotNull(await FindAsync("one"));
        time.Advance(TimeSpan.FromHours(2));
        await Assert.ThrowsAsync<KeysUnavailableException>(() => FindAsync("one"));
        site.IsDown = false;
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.NotNull(await FindAsync("one"));
    }

    [Fact]
    public async Task A_token_without_a_key_id_fits_only_a_single_key()
    {
        Assert.NotNull(await FindAsync(null));
        site.Publish("one", "two");
        time.Advance(TimeSpan.FromMinutes(61));
        Assert.Null(await FindAsync(null));
    }

    [Fact]
    public async Task Metadata_of_another_issuer_is_not_believed()
    {
        site.IssuerName = "https://evil.example/";
        await Assert.ThrowsAsync<KeysUnavailableException>(() => FindAsync("one"));
    }

    [Fact]
    public async Task Keys_are_not_fetched_over_a_weaker_scheme_than_the_metadata()
    {
        site.KeysAddress = "http://login.example/keys";
        await Assert.ThrowsAsync<KeysUnavailableException>(() => FindAsync("one"));
    }

    [Fact]
    public async Task Keys_for_encryption_for_other_algorithms_or_too_short_are_passed_over()
    {
        using var shortKey = RSA.Create(1024);
        site.ExtraKeys = $$"""
            ,{{IssuerSite.Jwk("enc", IssuerSite.SigningKey, ""","use":"enc" """)}}
            ,{{IssuerSite.Jwk("ps", IssuerSite.SigningKey, ""","alg":"PS256" """)}}
            ,{{IssuerSite.Jwk("short", shortKey)}},{"kty":"oct","kid":"oct","k":"c2VjcmV0"},{"kty":"RSA","kid":"empty"},7
            """;
        Assert.NotNull(await FindAsync("one"));
        foreach (var unusable in new[] { "enc", "ps", "short", "oct", "empty" }) Assert.Null(await FindAsync(unusable));
    }

    public void Dispose()
    {
        http.Dispose();
        site.Dispose();
    }

    private Task<VerificationKey?> FindAsync(string? keyId) =>
        keys.FindAsync(keyId, TestContext.Current.CancellationToken).AsTask();

    /// <summary>An issuer's web site: its metadata document and its key set.</summary>
    private sealed class IssuerSite : HttpMessageHandler
    {
        public static readonly RSA SigningKey = RSA.Create(2048);
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private string[] keyIds = ["one"];
        private bool isHeld;

        public string IssuerName { get; set; } = Issuer;

        public string KeysAddress { get; set; } = Issuer + "keys";

        public string ExtraKeys { get; set; } = "";

        public bool IsDown { get; set; }

        public int Requests { get; private set; }

        public void Publish(params string[] ids) => keyIds = ids;

        public void Hold() => isHeld = true;

        public void Release() => released.SetResult();

        public static string Jwk(string keyId, RSA key, string extra = "")
        {
            var parameters = key.ExportParameters(false);
            var (n, e) = (Base64Url.EncodeToString(parameters.Modulus), Base64Url.EncodeToString(parameters.Exponent));
            return $$"""{"kty":"RSA","kid":"{{keyId}}","n":"{{n}}","e":"{{e}}"{{extra}} }""";
        }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            if (isHeld) await released.Task;
            if (IsDown) throw new HttpRequestException("down");
            var body = request.RequestUri!.AbsolutePath.EndsWith("openid-configuration", StringComparison.Ordinal)
                ? $$"""{"issuer":"{{IssuerName}}","jwks_uri":"{{KeysAddress}}"}"""
                : $$"""{"keys":[{{string.Join(',', keyIds.Select(id => Jwk(id, SigningKey)))}}{{ExtraKeys}}]}""";
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) };
        }
    }
}
