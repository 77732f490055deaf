using Jobs.Api.Tests.Triage;
using Jobs.Api.Triage;
using Jobs.Api.WebConsole.Errors;
using Jobs.Schema;

namespace Jobs.Api.Tests.WebConsole;

/// <summary>What the rules say in English, operators read in their language.</summary>
public sealed class ErrorWordsTests
{
    public static TheoryData<string> Reasons =>
    [
        .. TriageScenarios.All.Select(scenario => scenario.Reason).Distinct(),
        TriageRules.Decide(new() { Core = true }, new()).Reason,
        TriageRules.Decide(new()
        {
            Variant = new() { Experiment = "save-hint", Name = "hint", Failures = 12, Rate = 0.06 },
        }, new()).Reason,
    ];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_reason_of_the_rules_has_words_in_both_languages(string reason)
    {
        var korean = ErrorWords.ReasonOf(reason, RequestLanguage.Korean);
        Assert.EndsWith("요.", korean, StringComparison.Ordinal);
        Assert.NotEqual(korean, ErrorWords.ReasonOf(reason, RequestLanguage.English));
    }

    [Fact]
    public void A_reason_keeps_its_share_and_its_variant()
    {
        Assert.Equal("8.3 % of the requests fail on a core path",
            ErrorWords.ReasonOf("core path, 8.3 % of requests fail", RequestLanguage.English));
        Assert.Equal("실험 save-hint의 안 hint에서만 실패해요.",
            ErrorWords.ReasonOf("one experiment variant fails: hint of save-hint", RequestLanguage.Korean));
        Assert.Equal("a rule of a later release", ErrorWords.ReasonOf("a rule of a later release", RequestLanguage.Korean));
    }

    [Theory]
    [InlineData("Npgsql.NpgsqlException", "NpgsqlException")]
    [InlineData("Jobs.Schema.Outer+InnerException", "InnerException")]
    [InlineData("ExecutionTimeout", "ExecutionTimeout")]
    [InlineData("The index of {Name} is stale. Again", "The index of {Name} is stale. Again")]
    public void An_error_is_called_by_its_type_without_the_namespace(string type, string name) =>
        Assert.Equal(name, ErrorWords.NameOf(new()
        {
            Id = new string('0', 32),
            ExceptionType = type,
            Reason = "",
        }));

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(-5, "just now")]
    [InlineData(59, "59 min ago")]
    [InlineData(60, "1 h ago")]
    [InlineData(24 * 60, "a day ago")]
    [InlineData(48 * 60, "2 days ago")]
    public void How_long_ago_is_told_in_the_largest_unit(int minutes, string words) =>
        Assert.Equal(words, ErrorWords.Ago(TimeSpan.FromMinutes(minutes), RequestLanguage.English));
}
