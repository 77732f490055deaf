using System.Text;
using System.Text.Json.Nodes;
using Jobs.Testing;

namespace Jobs.Api.Tests.Limits;

/// <summary>Each limit of the section <c>GraphQL</c> as a client meets it, with the code of that limit.</summary>
public sealed class LimitTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    public static TheoryData<string, string> Documents() => new()
    {
        { $"{{ {Repeat("__typename ", 13_000)} }}", "DOCUMENT_TOO_LARGE" },
        { $"{{ {Repeat("__typename ", 10_000)} }}", "DOCUMENT_TOO_MANY_TOKENS" },
        { Repeat("{a", 1_000), "DOCUMENT_TOO_DEEP" },
        { $"{{ jobPosts(first: {Repeat("[", 1_000)}", "LITERAL_TOO_DEEP" },
        { $"{{ __typename {Repeat("@skip(if: true) ", 11)} }}", "TOO_MANY_DIRECTIVES" },
        { $"{{ {Repeat("__typename ", 21)} }}", "TOO_MANY_ROOT_FIELDS" },
        { $"{{ minimumWage {{ {Many(101, i => $"a{i}: hourly")} }} }}", "TOO_MANY_ALIASES" },
        { $"{{ minimumWage {{ {Repeat("hourly ", 5_001)} }} }}", "TOO_MANY_FIELDS" },
        {
            $"{{ jobPost(id: \"x\") {{ {Repeat("similar { ", 30)} id {Repeat("} ", 30)} }} }}", "OPERATION_TOO_DEEP"
        },
        { "{ jobPosts(first: 1000000) { nodes { id } } }", "COST_EXCEEDED" },
        { "{ __schema { types { name } } }", "INTROSPECTION_DISABLED" },
        { $"{{ {Many(10_000, i => $"a{i}:jobPosts{{nodes{{id}}}}")} }}"[..130_000], "DOCUMENT_TOO_MANY_TOKENS" },
    };

    [Theory, MemberData(nameof(Documents))]
    public async Task A_document_beyond_a_limit_is_refused_with_its_code(string document, string code) =>
        Assert.Equal(code, (await api.Anonymous.SendAsync(document)).ErrorCode);

    [Fact]
    public async Task A_page_beyond_the_largest_is_refused_at_its_field() => Assert.Equal(
        "PAGE_SIZE_OUT_OF_RANGE", (await api.Anonymous.SendAsync("{ jobPosts(first: 51) { nodes { id } } }")).ErrorCode);

    [Fact]
    public async Task Variables_beyond_their_depth_are_refused_although_the_body_may_be_deeper() => Assert.Equal(
        "VARIABLES_TOO_DEEP",
        (await api.Anonymous.SendAsync("{ __typename }", JsonNode.Parse("""{"a":[[[[[[[[[[[1]]]]]]]]]]]}"""))).ErrorCode);

    [Fact]
    public async Task Nothing_is_suggested_in_production()
    {
        var answer = await api.Anonymous.SendAsync("{ jobPost { idd } jobPots { id } minimumWage { hourl } }");
        Assert.DoesNotContain("Did you mean \"", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report", "{\"data\":{\"__typename\":\"Query\"},\"extensions\":{\"cost\":{\"fieldCost\":0,\"typeCost\":1}}}")]
    [InlineData("validate", "{\"extensions\":{\"cost\":{\"fieldCost\":0,\"typeCost\":1}}}")]
    [InlineData("other", "{\"data\":{\"__typename\":\"Query\"}}")]
    public async Task The_header_asks_for_the_cost(string header, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("""{"query":"{ __typename }"}""", Encoding.UTF8, "application/json"),
            Headers = { { "GraphQL-Cost", header } },
        };
        using var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_mutation_that_is_only_costed_changes_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(
                """{"query":"mutation { updateProfile(input: { displayName: \"a\" }) { errors { __typename } } }"}""",
                Encoding.UTF8, "application/json"),
            Headers = { { "GraphQL-Cost", "validate" } },
        };
        using var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("{\"extensions\":{\"cost\":", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ jobPosts(first: 50) { edges { node { id employer { displayName verification { level } } neighborhood { name } "
        + "category { name } wage { amount } schedule { days } viewerState { isSaved } } } pageInfo { endCursor } } }")]
    [InlineData("{ jobPosts(first: 20) { nodes { id similar(first: 6) { id wage { amount } neighborhood { name } } } } }")]
    public async Task What_clients_really_ask_costs_less_than_a_fifth_of_what_they_may(string document)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent($$"""{"query":"{{document}}"}""", Encoding.UTF8, "application/json"),
            Headers = { { "GraphQL-Cost", "validate" } },
        };
        using var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await ApiResponse.ReadAsync(response);
        Assert.InRange(answer["extensions.cost.fieldCost"]!.GetValue<double>(), 1, new GraphQLOptions().MaxFieldCost / 5);
        Assert.InRange(answer["extensions.cost.typeCost"]!.GetValue<double>(), 1, new GraphQLOptions().MaxTypeCost / 5);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Many(int count, Func<int, string> text) => string.Join(' ', Enumerable.Range(0, count).Select(text));
}
