namespace Jobs.Experiments.Tests;

public sealed class VerdictTests
{
    [Fact] public void A_significantly_better_treatment_is_shipped() => Expect(VerdictKind.Ship, Counted.Data(treatment: 620));

    [Fact]
    public void A_significantly_worse_treatment_is_rolled_back() =>
        Expect(VerdictKind.RollBack, Counted.Data(treatment: 390));

    [Fact]
    public void Where_lower_is_better_less_is_shipped() =>
        Expect(VerdictKind.Ship, Counted.Data(treatment: 390, direction: MetricDirection.LowerIsBetter));

    [Fact]
    public void Where_lower_is_better_more_is_rolled_back() =>
        Expect(VerdictKind.RollBack, Counted.Data(treatment: 620, direction: MetricDirection.LowerIsBetter));

    [Fact]
    public void A_ruled_out_effect_at_the_planned_size_is_no_difference() =>
        Expect(VerdictKind.NoDifference, Counted.Data());

    [Fact]
    public void A_ruled_out_effect_before_the_planned_size_keeps_running() =>
        Expect(VerdictKind.KeepRunning, Counted.Data(planned: 10_001));

    [Fact]
    public void A_ruled_out_effect_before_the_planned_days_keeps_running() =>
        Expect(VerdictKind.KeepRunning, Counted.Data(plannedDays: 21));

    [Fact]
    public void An_effect_that_is_still_possible_keeps_running_beyond_the_planned_size() =>
        Expect(VerdictKind.KeepRunning, Counted.Data(treatment: 560));

    [Fact]
    public void A_clear_win_does_not_wait_for_the_planned_size() =>
        Expect(VerdictKind.Ship, Counted.Data(treatment: 700, days: 8, planned: 20_000, plannedDays: 28));

    [Fact]
    public void A_clear_win_waits_for_a_whole_week() =>
        Expect(VerdictKind.KeepRunning, Counted.Data(treatment: 700, days: 6.9));

    [Fact]
    public void A_clear_win_of_an_experiment_planned_for_few_days_waits_for_three() =>
        Expect(VerdictKind.KeepRunning, Counted.Data(treatment: 700, days: 2.9, plannedDays: 5));

    [Fact]
    public void After_three_days_of_five_it_is_shipped() =>
        Expect(VerdictKind.Ship, Counted.Data(treatment: 700, days: 3, plannedDays: 5));

    [Fact]
    public void Fewer_than_fifty_people_in_an_arm_keep_running() =>
        Expect(VerdictKind.KeepRunning, Counted.Data(control: 5, treatment: 45, people: 49, planned: 98));

    [Fact]
    public void Fewer_than_five_conversions_in_an_arm_are_no_win() =>
        Expect(VerdictKind.KeepRunning, Counted.Data(control: 4, treatment: 300));

    [Fact]
    public void A_treatment_in_which_the_metric_died_out_is_rolled_back() =>
        Expect(VerdictKind.RollBack, Counted.Data(treatment: 0));

    [Fact]
    public void A_sample_ratio_mismatch_makes_a_win_invalid() =>
        Expect(VerdictKind.Invalid, Counted.Data(treatment: 700, assigned: 4500));

    [Fact]
    public void More_than_one_percent_in_several_variants_make_a_win_invalid() =>
        Expect(VerdictKind.Invalid, Counted.Data(treatment: 700, several: 102));

    [Fact]
    public void One_percent_in_several_variants_is_tolerated() =>
        Expect(VerdictKind.Ship, Counted.Data(treatment: 700, several: 101));

    [Fact]
    public void A_hurt_guardrail_is_no_ship_even_with_a_win() =>
        Expect(VerdictKind.RollBack, Counted.Data(treatment: 700, guardrails: Counted.Guardrail(2500, 2200)));

    [Fact]
    public void An_unclear_guardrail_does_not_hold_up_a_win() =>
        Expect(VerdictKind.Ship, Counted.Data(treatment: 700, guardrails: Counted.Guardrail(2500, 2480)));

    [Fact]
    public void One_arm_is_no_experiment() => Expect(VerdictKind.NoData, Counted.Data() with
    {
        Primary = [Arms.Control(500, 5000)],
        AssignedPerArm = [5000],
        Weights = [100],
    });

    [Fact] public void Nobody_is_no_data() => Expect(VerdictKind.NoData, Counted.Data(control: 0, treatment: 0, people: 0));

    [Fact]
    public void No_arms_at_all_are_no_data() =>
        Expect(VerdictKind.NoData, Counted.Data() with { Primary = [], AssignedPerArm = [], Weights = [] });

    [Fact]
    public void Without_a_plan_5000_people_are_one() =>
        Expect(VerdictKind.NoDifference, Counted.Data(plannedDays: null, planned: null, effect: 0.03));

    [Fact]
    public void Without_an_expected_effect_the_one_that_the_plan_finds_is_ruled_out() =>
        Expect(VerdictKind.NoDifference, Counted.Data(effect: null));

    [Fact]
    public void The_better_of_two_winning_treatments_is_shipped() =>
        Assert.Equal("calm", Expect(VerdictKind.Ship, Counted.ThreeArms(630, 660)).VariantKey);

    [Fact]
    public void Two_treatments_share_alpha()
    {
        // 3.17 standard errors: enough alone (3.04), not enough as one of two (3.28).
        Expect(VerdictKind.Ship, Counted.Data(treatment: 600));
        Expect(VerdictKind.KeepRunning, Counted.ThreeArms(600, 500));
    }

    [Fact]
    public void A_treatment_without_harm_wins_over_a_better_one_with_it()
    {
        var guardrail = Counted.Guardrail(2500, 2100);
        var three = guardrail with { Arms = [.. guardrail.Arms, Arms.Treatment(2500, 5000, key: "calm")] };
        var verdict = Expect(VerdictKind.Ship, Counted.ThreeArms(700, 640, three));
        Assert.Equal("calm", verdict.VariantKey);
        Assert.True(verdict.ShouldPause);
    }

    [Fact]
    public void Counts_of_other_arms_are_refused() =>
        Assert.Throws<ArgumentException>(() => Verdict.Of(Counted.Data() with { Weights = [100] }));

    private static Verdict Expect(VerdictKind kind, ExperimentData data)
    {
        var verdict = Verdict.Of(data);
        Assert.Equal((kind, verdict.Sentence.English), (verdict.Kind, verdict.Sentence.English));
        return verdict;
    }
}
