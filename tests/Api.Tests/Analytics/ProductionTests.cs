using System.Net;
using Jobs.Testing;

namespace Jobs.Api.Tests.Analytics;

public sealed class ProductionTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    [Theory]
    [InlineData("/mixpanel/import?strict=1")]
    [InlineData("/mixpanel/track")]
    [InlineData("/mixpanel/engage")]
    public async Task There_is_no_collector_outside_Development(string path)
    {
        using var response = await api.Http.PostAsync(path, null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
