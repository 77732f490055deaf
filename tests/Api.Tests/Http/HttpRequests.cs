using System.Text;
using Jobs.Testing;

namespace Jobs.Api.Tests.Http;

/// <summary>Requests to the endpoint as bytes on the wire, where a test is about HTTP and not about an answer.</summary>
internal static class HttpRequests
{
    public static HttpRequestMessage Post(string body, string? accept = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (accept is not null) request.Headers.Accept.ParseAdd(accept);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    public static async Task<HttpResponseMessage> RespondAsync(this ApiDriver api, HttpRequestMessage request) =>
        await api.Http.SendAsync(request, TestContext.Current.CancellationToken);

    public static async Task<ApiResponse> AnswerAsync(this ApiDriver api, HttpRequestMessage request)
    {
        using var response = await api.RespondAsync(request);
        return await ApiResponse.ReadAsync(response);
    }
}
