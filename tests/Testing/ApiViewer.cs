using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Jobs.Testing;

/// <summary>One person, or nobody, who sends operations to the service.</summary>
public sealed class ApiViewer(HttpClient http, string? token, Func<Task>? beforeSending = null)
{
    private const string Path = "/graphql";

    /// <summary>Accept-Language of the requests; null leaves it out, which means Korean.</summary>
    public string? Language { get; init; }

    public async Task<ApiResponse> SendAsync(string operation, object? variables = null, string? operationName = null)
    {
        if (beforeSending is not null) await beforeSending();
        using var request = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = JsonContent.Create(new { query = operation, variables, operationName }),
        };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (Language is not null) request.Headers.AcceptLanguage.ParseAdd(Language);
        using var response = await http.SendAsync(request);
        return await ApiResponse.ReadAsync(response);
    }
}
