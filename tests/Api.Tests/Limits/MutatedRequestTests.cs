using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Jobs.Testing;

namespace Jobs.Api.Tests.Limits;

/// <summary>Requests damaged at random, but the same ones in each run: none is our fault, and each gets an answer.</summary>
public sealed class MutatedRequestTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    private static readonly string[] Requests =
    [
        """
        {"query":"query Feed($first: Int! = 20, $filter: JobPostFilter) { jobPosts(first: $first, filter: $filter, sort: WAGE) {
        edges { cursor node { ...Card } } pageInfo { hasNextPage } } } fragment Card on JobPost { id title @include(if: true)
        wage { type amount } }","operationName":"Feed","variables":{"first":3,"filter":{"keyword":"카페","wageTypes":["HOURLY"],
        "availableDays":["MONDAY"],"minHourlyWage":10320}}}
        """.ReplaceLineEndings(" "),
        """
        {"query":"mutation ($input: ApplyToJobPostInput!) { applyToJobPost(input: $input) { application { id } errors { __typename
        ... on UserError { code message } } } }","variables":{"input":{"jobPostId":"Sm9iUG9zdDox","message":"안녕하세요 \"😀\"",
        "answers":[]}}}
        """.ReplaceLineEndings(" "),
        """
        {"query":"{ nodes(ids: [\"a\", \"\\u{1F600}\"]) { __typename ... on JobPost { similar(first: 2) { id } } }
        neighborhoods(near: { latitude: 3.75e1, longitude: 127.0 }, first: 5) { nodes { name } } }","extensions":{"a":[1,{"b":null}]}}
        """.ReplaceLineEndings(" "),
    ];

    private static readonly string[] Fragments =
    [
        "{", "}", "[", "]", "(", ")", "\"", "\\", "\\u", "\\ud800", "\\u0000", "$", "...", "@skip(if:$x)", "null", "1e999", "-0", "0x1",
        ":", ",", "\u0000", "\uFEFF", "\"\"\"", "#", "\n", "99999999999999999999", "\u2028", "😀", "on", "fragment F on", "true", "&",
        "|", "!",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_damaged_request_gets_a_wellformed_answer_and_never_a_500(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 250; i++)
        {
            var body = Damage(Encoding.UTF8.GetBytes(Requests[random.Next(Requests.Length)]), random);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
            {
                Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            };
            request.Headers.Accept.ParseAdd(random.Next(2) == 0 ? "application/json" : "application/graphql-response+json");
            using var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
            var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(
                IsAnswer((int)response.StatusCode, answer), $"{response.StatusCode} {answer}\n{Convert.ToBase64String(body)}");
        }
    }

    /// <summary>Data, or errors that each have a message and a code which is not the one of our own faults.</summary>
    private static bool IsAnswer(int status, string answer)
    {
        using var json = JsonDocument.Parse(answer);
        var hasData = json.RootElement.TryGetProperty("data", out _);
        if (status >= 500 || !json.RootElement.TryGetProperty("errors", out var errors)) return status == 200 && hasData;
        return errors.GetArrayLength() > 0 && errors.EnumerateArray().All(error =>
            error.GetProperty("message").GetString()!.Length > 0 && CodeOf(error) is { Length: > 0 } and not "INTERNAL_SERVER_ERROR");
    }

    private static string? CodeOf(JsonElement error) => error.GetProperty("extensions").GetProperty("code").GetString();

    private static byte[] Damage(byte[] request, Random random)
    {
        var bytes = request.ToList();
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Fragments[random.Next(Fragments.Length)]));
                    break;
            }

            if (bytes.Count == 0) bytes.Add((byte)'{');
        }

        return [.. bytes];
    }
}
