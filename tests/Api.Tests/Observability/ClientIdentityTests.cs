using Jobs.Api.Observability;
using Microsoft.AspNetCore.Http;

namespace Jobs.Api.Tests.Observability;

/// <summary>What is believed of a client's name: short plain words, whatever else the header holds.</summary>
public sealed class ClientIdentityTests
{
    [Theory]
    [InlineData("jobs-android", "3.14.0", "jobs-android", "3.14.0")]
    [InlineData("@jobs", "1", "unknown", "")]
    [InlineData("jobs\nFAKE LINE", "1", "unknown", "")]
    [InlineData("당근", "1", "unknown", "")]
    [InlineData("", "1", "unknown", "")]
    [InlineData("ios", "1 or 010-1234-5678", "ios", "")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "1", "unknown", "")]
    public void A_name_that_is_no_short_plain_word_is_nobodys(string name, string version, string knownName, string knownVersion)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers[ClientIdentity.NameHeader] = name;
        context.Request.Headers[ClientIdentity.VersionHeader] = version;
        Assert.Equal(new ClientIdentity(knownName, knownVersion), ClientIdentity.Of(context));
    }

    [Fact]
    public void Without_a_request_nobody_is_there() => Assert.Equal(ClientIdentity.Unknown, ClientIdentity.Of(null));
}
