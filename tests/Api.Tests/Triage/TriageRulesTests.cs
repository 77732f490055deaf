using Jobs.Api.Triage;
using Jobs.Persistence;

namespace Jobs.Api.Tests.Triage;

/// <summary>The twelve rules: what each scenario comes to, and where each rule begins.</summary>
public sealed class TriageRulesTests
{
    private static readonly TriageOptions Options = new();

    public static TheoryData<int> Numbers => [.. TriageScenarios.All.Select(scenario => scenario.Number)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_scenario_has_its_verdict_reason_and_action(int number)
    {
        var scenario = TriageScenarios.All[number - 1];
        Assert.Equal(
            new TriageVerdict(scenario.Level, scenario.Reason, scenario.Action, scenario.Pages),
            TriageRules.Decide(scenario.Facts, Options));
    }

    [Theory]
    [InlineData(1, 1, false, false)]
    [InlineData(2, 1, false, true)]
    [InlineData(1, 2, false, true)]
    [InlineData(1, 1, true, true)]
    public void Somebody_is_woken_up_for_two_events_or_two_people_or_lost_data(int count, int users, bool dataLost, bool pages)
    {
        var verdict = TriageRules.Decide(new() { Core = true, DataLost = dataLost, Count5m = count, Users60m = users }, Options);
        Assert.Equal((TriageLevel.ActNow, pages), (verdict.Level, verdict.Pages));
    }

    [Fact]
    public void Where_each_rule_begins()
    {
        AssertLevels(TriageLevel.None, TriageLevel.Soon, n => new() { Expected = true, Count5m = n, Baseline5m = 1 }, 50);
        AssertLevels(TriageLevel.None, TriageLevel.Soon, n => new() { Expected = true, Count5m = n, Baseline5m = 9 }, 90);
        AssertLevels(TriageLevel.Soon, TriageLevel.ActNow, n => new() { Users60m = n }, 25); // 24 are a slow burn by themselves.
        AssertLevels(TriageLevel.Monitor, TriageLevel.ActNow, n => new() { Count5m = n, Requests5m = 100 }, 5);
        AssertLevels(TriageLevel.Monitor, TriageLevel.ActNow, n => new() { Count5m = 1, Requests5m = n }, 20); // Of at least 20.
        AssertLevels(TriageLevel.Monitor, TriageLevel.Soon, n => new() { Count5m = n, Baseline5m = 0.9 }, 10);
        AssertLevels(TriageLevel.Monitor, TriageLevel.Soon, n => new() { Count5m = n, Baseline5m = 2 }, 20);
        AssertLevels(TriageLevel.Monitor, TriageLevel.Soon, n => new() { Count60m = n, IsNew = true, AgeHours = 23.9 }, 10);
        AssertLevels(TriageLevel.Monitor, TriageLevel.Soon, n => new() { Count7d = n }, 100);
        AssertLevels(TriageLevel.Monitor, TriageLevel.Soon, n => new() { Users7d = n }, 20);
        AssertLevels(
            TriageLevel.Monitor, TriageLevel.Soon,
            n => new() { Variant = new() { Failures = n, Rate = 0.4, OtherRate = 0.1 } }, 5);
        AssertLevels(
            TriageLevel.Monitor, TriageLevel.Soon,
            n => new() { Variant = new() { Failures = 9, Rate = n / 100.0, OtherRate = 0.02 } }, 6);
        Assert.Equal(TriageLevel.Monitor, LevelOf(new() { Count60m = 10, IsNew = true, AgeHours = 24 }));
    }

    [Fact]
    public void A_difference_between_variants_that_chance_makes_stops_nothing()
    {
        TriageFacts With(double pValue, int comparisons) => new()
        {
            Variant = new() { Failures = 6, Rate = 0.06, OtherRate = 0.01, PValue = pValue, Comparisons = comparisons },
        };
        Assert.Equal(TriageAction.StopVariant, TriageRules.Decide(With(0.01, 1), Options).Action);
        Assert.Equal(TriageAction.FixWhenTime, TriageRules.Decide(With(0.011, 1), Options).Action);
        Assert.Equal(TriageAction.FixWhenTime, TriageRules.Decide(With(0.01, 2), Options).Action);
    }

    [Fact]
    public void A_deployment_is_rolled_back_only_for_what_came_with_it()
    {
        TriageFacts Seen(double ageHours, double? deployAgeMin) => new()
        {
            Core = true,
            Count5m = 2,
            IsNew = ageHours < 24,
            AgeHours = ageHours,
            DeployAgeMin = deployAgeMin,
        };
        Assert.Equal(TriageAction.Rollback, TriageRules.Decide(Seen(0.5, 60), Options).Action);
        Assert.Equal(TriageAction.Fix, TriageRules.Decide(Seen(0.5, 61), Options).Action); // Hours ago: look before going back.
        Assert.Equal(TriageAction.Fix, TriageRules.Decide(Seen(2, 30), Options).Action); // It was there before.
        Assert.Equal(TriageAction.Fix, TriageRules.Decide(Seen(0.5, null), Options).Action);
    }

    [Fact]
    public void Levels_are_spelled_as_alert_rules_look_for_them() => Assert.Equal(
        ["none", "monitor", "soon", "actNow"],
        Enum.GetValues<TriageLevel>().Select(level => new TriageVerdict(level, "", TriageAction.None).LevelTag));

    [Fact]
    public void The_reason_names_the_variant_and_its_experiment()
    {
        var variant = new VariantFacts { Experiment = "save-hint", Name = "hint", Failures = 12, Rate = 0.06, PValue = 0.001 };
        Assert.Equal(
            "one experiment variant fails: hint of save-hint", TriageRules.Decide(new() { Variant = variant }, Options).Reason);
    }

    private static void AssertLevels(TriageLevel below, TriageLevel from, Func<int, TriageFacts> facts, int threshold) =>
        Assert.Equal((below, from), (LevelOf(facts(threshold - 1)), LevelOf(facts(threshold))));

    private static TriageLevel LevelOf(TriageFacts facts) => TriageRules.Decide(facts, Options).Level;
}
