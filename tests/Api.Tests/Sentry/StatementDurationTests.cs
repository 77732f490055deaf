namespace Jobs.Api.Tests.Sentry;

/// <summary>What is known of a statement without a span.</summary>
public sealed class StatementDurationTests(SentryApi api) : IClassFixture<SentryApi>
{
    [Fact]
    public async Task Unless_asked_for_names_a_statement_is_only_its_duration()
    {
        var crumbs = (await api.FailAsync()).Item.At("breadcrumbs.values")!.Value.EnumerateArray().ToList();
        Assert.Equal(["default", "query"], crumbs.Select(crumb => crumb.GetProperty("type").GetString()));
        Assert.Equal("SQL", crumbs[1].GetProperty("message").GetString());
        Assert.True(crumbs[1].GetProperty("data").GetProperty("duration_ms").GetDouble() > 0);
    }
}
