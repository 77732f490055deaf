using System.Text.Json;
using Jobs.GraphQL.Execution;

namespace Jobs.Schema.Tests;

public sealed class ScalarTests
{
    [Theory]
    [InlineData("2026-11-21T09:00:00+09:00", "2026-11-21T00:00:00.000Z")]
    [InlineData("2026-11-21t00:00:00.5z", "2026-11-21T00:00:00.500Z")]
    public void A_date_time_is_read_with_any_offset_and_written_in_utc(string text, string expected) =>
        Assert.Equal(expected, RoundTrip(new DateTimeScalar(), text));

    [Theory]
    [InlineData("2026-11-21")]
    [InlineData("2026-11-21T09:00:00")]
    [InlineData("2026-02-30T00:00:00Z")]
    [InlineData("2026-11-21 09:00:00Z")]
    [InlineData("tomorrow")]
    public void A_date_time_without_offset_or_sense_is_refused(string text) => Refuses(new DateTimeScalar(), text);

    [Theory]
    [InlineData("00:00")]
    [InlineData("09:30")]
    [InlineData("24:00")]
    public void A_local_time_runs_to_24_00(string text) => Assert.Equal(text, RoundTrip(new LocalTimeScalar(), text));

    [Theory]
    [InlineData("24:01")]
    [InlineData("9:30")]
    [InlineData("09:60")]
    [InlineData("+9:30")]
    [InlineData("09:30:00")]
    public void Other_times_are_refused(string text) => Refuses(new LocalTimeScalar(), text);

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("2026-1-1")]
    [InlineData("20260101")]
    public void A_date_that_is_none_is_refused(string text) => Refuses(new DateScalar(), text);

    [Theory]
    [InlineData("http://jobs.example/")]
    [InlineData("/relative")]
    [InlineData("javascript:alert(1)")]
    public void A_url_is_absolute_https(string text) => Refuses(new UrlScalar(), text);

    private static object? RoundTrip(ScalarCoercion scalar, string text) =>
        scalar.Serialize(scalar.ParseValue(JsonSerializer.SerializeToElement(text))!);

    private static void Refuses(ScalarCoercion scalar, string text) =>
        Assert.Throws<CoercionException>(() => scalar.ParseValue(JsonSerializer.SerializeToElement(text)));
}
