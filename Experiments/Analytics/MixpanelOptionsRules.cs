using System.Net;
using Microsoft.Extensions.Options;

namespace Jobs.Experiments;

/// <summary>What the settings of Mixpanel must say together.</summary>
public sealed class MixpanelOptionsRules : IValidateOptions<MixpanelOptions>
{
    public ValidateOptionsResult Validate(string? name, MixpanelOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(MixpanelOptions options)
    {
        string?[] account = [options.ServiceAccount, options.ServiceAccountSecret, options.ProjectId];
        if (account.Any(string.IsNullOrEmpty) && !account.Take(2).All(string.IsNullOrEmpty))
            yield return "Mixpanel: a service account is ServiceAccount, ServiceAccountSecret and ProjectId, all three.";
        if (!IsHost(options.ApiHost)) yield return Host("ApiHost");
        if (!IsHost(options.DataHost)) yield return Host("DataHost");
        if (options.BackOffSecondsMax < options.BackOffSeconds)
            yield return "Mixpanel:BackOffSecondsMax must not be less than BackOffSeconds.";
    }

    private static string Host(string setting) =>
        $"Mixpanel:{setting} must be an address such as https://api-eu.mixpanel.com (http only on this machine).";

    private static bool IsHost(string? text) =>
        text is null || (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Length == 0
            && address.Query.Length == 0 && address.Fragment.Length == 0
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsHere(address))));

    private static bool IsHere(Uri address) =>
        address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));
}
