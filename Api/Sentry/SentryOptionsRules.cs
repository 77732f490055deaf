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

    private static IEnumerable<string> Problems(SentryOptions options)
    {
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
