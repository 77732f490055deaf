using Microsoft.Extensions.Options;

namespace Jobs.Api.Sentry;

/// <summary>What the settings of Sentry must say; no sentence repeats the DSN.</summary>
public sealed class SentryOptionsRules : IValidateOptions<SentryOptions>
{
    public ValidateOptionsResult Validate(string? name, SentryOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>Further parts of an address are written behind it.</summary>
    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
        && address is { Query: "", Fragment: "", UserInfo: "" } && text.EndsWith('/');

    private static IEnumerable<string> Problems(SentryOptions options)
    {
        if (options.WebAddress is { } web && !IsWebAddress(web))
            yield return "Sentry:WebAddress must be an address that ends with a slash, as https://sentry.io/organizations/NAME/.";
        if (!string.IsNullOrEmpty(options.Dsn) && !Dsn.TryParse(options.Dsn, out _))
            yield return "Sentry:Dsn must be an address such as https://PUBLICKEY@HOST/PROJECT.";
        if (string.IsNullOrEmpty(options.Dsn) && options.TracesOverOtlp)
            yield return "Sentry:TracesOverOtlp needs Sentry:Dsn.";
        if (options.BackOffSecondsMax < options.BackOffSeconds)
            yield return "Sentry:BackOffSecondsMax must not be less than BackOffSeconds.";
        if (options.TracePropagationTargets?.Any(target => PropagationTarget.Parse(target) is null) == true)
            yield return "Sentry:TracePropagationTargets must be addresses such as https://ads.example/api.";
    }
}
