using Microsoft.Extensions.Options;

namespace Jobs.Experiments.Tests.Events;

public sealed class MixpanelOptionsTests
{
    [Theory]
    [InlineData("https://api-eu.mixpanel.com", true)]
    [InlineData("http://127.0.0.1:8080/mixpanel/", true)]
    [InlineData("http://[::1]:8080", true)]
    [InlineData("http://api.mixpanel.com", false)]
    [InlineData("api.mixpanel.com", false)]
    [InlineData("https://user@api.mixpanel.com", false)]
    [InlineData("https://api.mixpanel.com/?x=1", false)]
    public void A_host_is_an_https_address_or_one_on_this_machine(string host, bool isGood)
    {
        Assert.Equal(isGood, IsGood(new MixpanelOptions { ApiHost = host }));
        Assert.Equal(isGood, IsGood(new MixpanelOptions { DataHost = host }));
    }

    [Theory]
    [InlineData(null, null, null, true)]
    [InlineData(null, null, "1", true)]
    [InlineData("account", "secret", "1", true)]
    [InlineData("account", "secret", null, false)]
    [InlineData("account", null, "1", false)]
    [InlineData(null, "secret", "1", false)]
    public void A_service_account_is_whole_or_not_there(string? account, string? secret, string? project, bool isGood) =>
        Assert.Equal(isGood, IsGood(new MixpanelOptions
        {
            ServiceAccount = account,
            ServiceAccountSecret = secret,
            ProjectId = project,
        }));

    private static bool IsGood(MixpanelOptions options) =>
        new MixpanelOptionsRules().Validate(Options.DefaultName, options).Succeeded;
}
