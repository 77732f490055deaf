using System.Net;
using System.Net.Http.Json;
using Jobs.Testing;

namespace Jobs.Api.Tests.SignIn;

/// <summary>Tokens as they arrive: none is anonymous, a valid one is its user, anything else is refused.</summary>
public sealed class SignInOverHttpTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    private const string Who = "{ viewer { user { displayName } } }";

    [Fact]
    public async Task A_request_without_a_token_is_anonymous() =>
        (await api.Anonymous.SendAsync(Who)).ShouldBe("""{"data":{"viewer":null}}""");

    [Fact]
    public async Task A_new_subject_is_a_new_user_with_an_empty_profile_and_stays_that_user()
    {
        const string Profile = "{ viewer { user { id } profile { displayName introduction birthDate experiences { title } } } }";
        var token = ApiDriver.TokenOf(4711, api.Time.UtcNow);
        var first = await SendAsync(Profile, $"Bearer {token}");
        var second = await SendAsync(Profile, $"bearer {token}");
        Assert.Equal(first.Body, second.Body);
        Assert.Equal("""{"displayName":"이웃","introduction":null,"birthDate":null,"experiences":[]}""",
            System.Text.RegularExpressions.Regex.Unescape(first["data.viewer.profile"]!.ToJsonString()));
    }

    [Fact]
    public async Task First_requests_that_race_create_one_user()
    {
        var token = ApiDriver.TokenOf(4712, api.Time.UtcNow);
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ =>
            SendAsync("{ viewer { user { id } } }", $"Bearer {token}")));
        Assert.Single(answers.Select(answer => answer.Text("data.viewer.user.id")).Distinct());
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer not.a.token")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJpc3MiOiJ0ZXN0cyJ9.")]
    [InlineData("Basic dXNlcjpwYXNzd29yZA==")]
    [InlineData("Token abc")]
    public async Task Credentials_that_are_no_valid_token_are_refused(string credentials)
    {
        using var response = await RespondAsync(Who, credentials);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer error=\"invalid_token\"", response.Headers.WwwAuthenticate.ToString());
        var answer = await ApiResponse.ReadAsync(response);
        answer.ShouldBe("""{"errors":[{"message":"The bearer token is not valid.","extensions":{"code":"UNAUTHENTICATED"}}]}""");
    }

    [Fact]
    public async Task The_holder_of_an_expired_token_is_told_so()
    {
        using var response = await RespondAsync(Who, $"Bearer {ApiDriver.TokenOf(7, api.Time.UtcNow.AddHours(-2))}");
        Assert.Contains("The token has expired.", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_tokens_are_none()
    {
        using var request = Request(Who);
        request.Headers.TryAddWithoutValidation("Authorization",
            [$"Bearer {ApiDriver.TokenOf(7, api.Time.UtcNow)}", $"Bearer {ApiDriver.TokenOf(8, api.Time.UtcNow)}"]);
        using var response = await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Tokens_of_the_development_issuer_are_refused_outside_Development()
    {
        var token = Api.SignIn.DevelopmentIssuer.CreateToken(
            "the tests' own secret, long enough for HS256", "7", null, api.Time.UtcNow, TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(Who, $"Bearer {token}")).Status);
    }

    private static HttpRequestMessage Request(string operation) =>
        new(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = operation }) };

    private async Task<HttpResponseMessage> RespondAsync(string operation, string credentials)
    {
        using var request = Request(operation);
        request.Headers.TryAddWithoutValidation("Authorization", credentials);
        return await api.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<ApiResponse> SendAsync(string operation, string credentials)
    {
        using var response = await RespondAsync(operation, credentials);
        return await ApiResponse.ReadAsync(response);
    }
}
