using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Startup;

/// <summary>Says in the words of the configuration what its binder says in the words of C#.</summary>
internal static partial class ConfigurationProblem
{
    public static string Explain(Exception exception)
    {
        var problems = exception is OptionsValidationException options ? options.Failures : [MostTelling(exception)];
        return $"Configuration: {string.Join(Environment.NewLine + "  ", problems.Select(InItsWords))}";
    }

    private static string InItsWords(string problem)
    {
        if (UnknownSettings().Match(problem) is { Success: true } unknown)
            return $"the section {unknown.Groups["section"]} has no setting {unknown.Groups["names"]} (docs/configuration.md).";
        if (OutOfRange().Match(problem) is { Success: true } range)
            return $"{range.Groups["section"]}:{range.Groups["member"]}: {range.Groups["sentence"]}";
        return problem;
    }

    // A problem inside a list is wrapped once more; otherwise the outermost message names the setting.
    private static string MostTelling(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            if (UnknownSettings().IsMatch(cause.Message)) return cause.Message;
        return exception.Message;
    }

    [GeneratedRegex(@"not found on the instance of (?:\w+\.)*(?<section>\w+)Options: (?<names>.+)$")]
    private static partial Regex UnknownSettings();

    [GeneratedRegex(
        @"^DataAnnotation \w+ failed for '(?<section>\w+)Options' members: '(?<member>[^']+)' with the \w+: '(?<sentence>.+)'")]
    private static partial Regex OutOfRange();
}
