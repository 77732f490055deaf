using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Jobs.Api.Tests.WebConsole;

/// <summary>Somebody with a cookie jar who sends the console's forms, without a browser that would hide how.</summary>
public sealed partial class Visitor(HttpClient http)
{
    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>What the service said about each cookie, in lower case.</summary>
    public Dictionary<string, string> Attributes { get; } = [];

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<HttpResponseMessage> SignInAsync(string token, string returnTo = "/console") => PostAsync(
        $"/console/sign-in?return={Uri.EscapeDataString(returnTo)}", new() { ["_handler"] = "token", ["Token"] = token });

    /// <param name="path">Where the form stands and is sent to.</param>
    /// <param name="fields">What was written.</param>
    /// <param name="isProtected">False leaves out the secret that the form carries.</param>
    public async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> fields, bool isProtected = true)
    {
        if (isProtected)
        {
            using var form = await GetAsync(path);
            fields["__RequestVerificationToken"] =
                FormSecret().Match(await form.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups[1].Value;
        }
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var lines))
            foreach (var line in lines) Keep(line);
        return response;
    }

    private void Keep(string line)
    {
        if (line.Split(';', 2) is not [var pair, var attributes] || pair.Split('=', 2) is not [var name, var value]) return;
        Attributes[name] = attributes.ToLowerInvariant();
        if (value.Length == 0) Cookies.Remove(name);
        else Cookies[name] = value;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormSecret();
}
