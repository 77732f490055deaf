using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Jobs.Experiments;
using Jobs.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Jobs.Api.Tests.Analytics;

/// <summary>The collector refuses what Mixpanel's documentation refuses.</summary>
public sealed class CollectorTests(CollectingApi api) : IClassFixture<CollectingApi>
{
    private const string Good =
        """{"event":"e","properties":{"time":1772000000000,"distinct_id":"p","$insert_id":"a-1"}}""";

    [Theory]
    [InlineData("""{"event":"","properties":{"time":1772000000,"distinct_id":"p","$insert_id":"a"}}""", "event")]
    [InlineData("""{"event":"e"}""", "properties")]
    [InlineData("""{"event":"e","properties":{"distinct_id":"p","$insert_id":"a"}}""", "properties.time")]
    [InlineData("""{"event":"e","properties":{"time":"1772000000","distinct_id":"p","$insert_id":"a"}}""", "properties.time")]
    [InlineData("""{"event":"e","properties":{"time":1,"distinct_id":"p","$insert_id":"a"}}""", "properties.time")]
    [InlineData("""{"event":"e","properties":{"time":4000000000,"distinct_id":"p","$insert_id":"a"}}""", "properties.time")]
    [InlineData("""{"event":"e","properties":{"time":1772000000,"$insert_id":"a"}}""", "properties.distinct_id")]
    [InlineData("""{"event":"e","properties":{"time":1772000000,"distinct_id":"Na","$insert_id":"a"}}""", "properties.distinct_id")]
    [InlineData("""{"event":"e","properties":{"time":1772000000,"distinct_id":"p"}}""", "properties.$insert_id")]
    [InlineData("""{"event":"e","properties":{"time":1772000000,"distinct_id":"p","$insert_id":"_"}}""", "properties.$insert_id")]
    [InlineData(
        """{"event":"e","properties":{"time":1772000000,"distinct_id":"p","$insert_id":"a","x":{"y":{"z":[1]}}}}""", "properties.x")]
    [InlineData("7", "")]
    public async Task One_bad_event_is_named_and_the_good_one_is_kept(string bad, string field)
    {
        var (status, answer) = await PostAsync("/mixpanel/import?strict=1", $"[{bad},{Good}]");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(1, (int)answer["num_records_imported"]!);
        Assert.Equal((0, field), ((int)answer["failed_records"]![0]!["index"]!, (string)answer["failed_records"]![0]!["field"]!));
    }

    [Fact]
    public async Task Lines_and_lists_are_taken_plain_and_compressed()
    {
        var (plain, answer) = await PostAsync("/mixpanel/import?strict=1", $"{Good}\n{Good}\n");
        Assert.Equal((HttpStatusCode.OK, 2), (plain, (int)answer["num_records_imported"]!));
        var (compressed, _) = await PostAsync("/mixpanel/import?strict=1", $"[{Good}]", isCompressed: true);
        Assert.Equal(HttpStatusCode.OK, compressed);
    }

    [Fact]
    public async Task Too_many_and_too_large_are_413_and_nobody_is_401()
    {
        var many = await PostAsync("/mixpanel/import?strict=1", $"[{string.Join(',', Enumerable.Repeat(Good, 2001))}]");
        var large = await PostAsync(
            "/mixpanel/import?strict=1", $"[{Good}{new string(' ', 2 * 1024 * 1024)}]", isCompressed: true);
        var nobody = await PostAsync("/mixpanel/import?strict=1", $"[{Good}]", user: null);
        Assert.Equal(
            [HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.Unauthorized],
            [many.Status, large.Status, nobody.Status]);
    }

    [Fact]
    public async Task Repetitions_are_exported_like_Mixpanel_does_and_read_back_once()
    {
        const string told =
            """{"event":"told","properties":{"time":1772000000001,"distinct_id":"person-2","$insert_id":"b-1","n":7}}""";
        var other = told.Replace("b-1", "b-2", StringComparison.Ordinal);
        await PostAsync("/mixpanel/import?strict=1", $"[{told},{other},{told}]");
        await PostAsync("/mixpanel/import?strict=1", $"[{told}]");

        var from = DateTimeOffset.FromUnixTimeMilliseconds(1772000000001);
        var export = api.Services.GetRequiredService<RawExport>();
        Assert.Equal(["b-1", "b-2"], await IdsAsync(from, from.AddMilliseconds(1)));
        Assert.Empty(await IdsAsync(from.AddMilliseconds(1), from.AddDays(1)));
        Assert.Empty(await IdsAsync(from.AddDays(-1), from));

        async Task<List<string>> IdsAsync(DateTimeOffset first, DateTimeOffset end) =>
            await export.ReadAsync(first, end, ["told"], TestContext.Current.CancellationToken)
                .Where(read => read.Number("n") == 7).Select(read => read.InsertId)
                .ToListAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Only_strict_imports_are_taken()
    {
        var (status, _) = await PostAsync("/mixpanel/import", $"[{Good}]");
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task Track_and_engage_answer_1_and_0()
    {
        var tracked = Good.Replace("\"time\"", "\"token\":\"t\",\"time\"", StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent(
            [new("data", Convert.ToBase64String(Encoding.UTF8.GetBytes(tracked)))]);
        using var taken = await api.Http.PostAsync("/mixpanel/track", form, TestContext.Current.CancellationToken);
        Assert.Equal("1", await taken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var (_, refused) = await PostAsync("/mixpanel/track?verbose=1", $"[{Good}]");
        Assert.Equal(0, (int)refused["status"]!);
        var (_, set) = await PostAsync(
            "/mixpanel/engage?verbose=1", """[{"$token":"t","$distinct_id":"person-1","$set":{"side":"employer"}}]""");
        Assert.Equal(1, (int)set["status"]!);
    }

    [Fact]
    public async Task A_name_that_leads_here_from_elsewhere_finds_nothing()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, "/mixpanel/api/2.0/export?from_date=2026-03-01&to_date=2026-03-02");
        request.Headers.Host = "rebound.example";
        using var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(
        string path, string body, bool isCompressed = false, string? user = "token:")
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var memory = new MemoryStream();
        await using (var gzip = new GZipStream(memory, CompressionLevel.Fastest)) gzip.Write(bytes);
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new ByteArrayContent(isCompressed ? memory.ToArray() : bytes),
        };
        if (isCompressed) request.Content.Headers.ContentEncoding.Add("gzip");
        if (user is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user)));
        using var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonNode.Parse(answer)!);
    }
}
