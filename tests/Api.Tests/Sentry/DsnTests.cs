using Jobs.Api.Sentry;

namespace Jobs.Api.Tests.Sentry;

public sealed class DsnTests
{
    [Theory]
    [InlineData("https://abc@o123.ingest.de.sentry.io/42", "https://o123.ingest.de.sentry.io/api/42/envelope/", "123")]
    [InlineData("https://abc:secret@sentry.example/42", "https://sentry.example/api/42/envelope/", null)]
    [InlineData("http://abc@127.0.0.1:9000/a/b/project", "http://127.0.0.1:9000/a/b/api/project/envelope/", null)]
    [InlineData("https://abc@orange.example/42", "https://orange.example/api/42/envelope/", null)]
    public void A_project_takes_envelopes_at_its_address(string text, string address, string? orgId)
    {
        Assert.True(Dsn.TryParse(text, out var dsn));
        Assert.Equal((address, "abc", orgId), (dsn.EnvelopeAddress.AbsoluteUri, dsn.PublicKey, dsn.OrgId));
        var traces = address.Replace("/envelope/", "/integration/otlp/v1/traces", StringComparison.Ordinal);
        Assert.Equal(traces, dsn.TracesAddress.AbsoluteUri);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("https://sentry.example/42")]
    [InlineData("https://:secret@sentry.example/42")]
    [InlineData("https://abc@sentry.example/")]
    [InlineData("https://abc@sentry.example/42/")]
    [InlineData("https://abc@sentry.example/42?x=1")]
    [InlineData("ftp://abc@sentry.example/42")]
    [InlineData("https://a%20c@sentry.example/42")]
    public void What_names_no_key_or_no_project_is_no_DSN(string? text) => Assert.False(Dsn.TryParse(text, out _));

    [Fact]
    public void A_DSN_does_not_print_itself()
    {
        Assert.True(Dsn.TryParse("https://abc:secret@sentry.example/42", out var dsn));
        Assert.Equal("Jobs.Api.Sentry.Dsn", dsn.ToString());
    }
}
