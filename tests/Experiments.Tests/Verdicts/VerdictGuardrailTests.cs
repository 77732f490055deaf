namespace Jobs.Experiments.Tests;

public sealed class VerdictGuardrailTests
{
    [Theory]
    [InlineData(2500, 2200, MetricDirection.HigherIsBetter, GuardrailState.Bad)]
    [InlineData(2500, 2200, MetricDirection.LowerIsBetter, GuardrailState.Good)]
    [InlineData(2500, 2480, MetricDirection.HigherIsBetter, GuardrailState.Unclear)]
    [InlineData(100, 200, MetricDirection.LowerIsBetter, GuardrailState.Bad)]
    [InlineData(100, 200, MetricDirection.HigherIsBetter, GuardrailState.Good)]
    public void A_guardrail_is_bad_when_it_is_significantly_worse(
        long control, long treatment, MetricDirection direction, GuardrailState state)
    {
        var verdict = Verdict.Of(Counted.Data(guardrails: Counted.Guardrail(control, treatment, direction: direction)));
        Assert.Equal(state, verdict.Guardrails.Single().State);
        Assert.Equal(state == GuardrailState.Bad, verdict.ShouldPause);
    }

    [Fact]
    public void Harm_pauses_on_the_first_day()
    {
        var verdict = Verdict.Of(Counted.Data(days: 0.5, guardrails: Counted.Guardrail(2500, 2100)));
        Assert.True(verdict.ShouldPause);
        Assert.Equal(VerdictKind.RollBack, verdict.Kind);
    }

    [Fact]
    public void Harm_pauses_where_the_counts_are_invalid_too()
    {
        var verdict = Verdict.Of(Counted.Data(assigned: 4000, guardrails: Counted.Guardrail(2500, 2100)));
        Assert.Equal((VerdictKind.Invalid, true), (verdict.Kind, verdict.ShouldPause));
    }

    [Fact]
    public void A_metric_that_died_out_is_harm() =>
        Assert.True(Verdict.Of(Counted.Data(guardrails: Counted.Guardrail(300, 0))).ShouldPause);

    [Fact]
    public void Forty_nine_people_pause_nothing() =>
        Assert.False(Verdict.Of(Counted.Data(guardrails: Counted.Guardrail(49, 0, 49))).ShouldPause);

    [Fact]
    public void Lifts_are_percentage_points()
    {
        var guardrail = Verdict.Of(Counted.Data(guardrails: Counted.Guardrail(2500, 2200))).Guardrails.Single();
        Assert.Equal(-6, guardrail.Lift, 10);
        Assert.InRange(guardrail.LiftLow, -9.1, -9);
        Assert.InRange(guardrail.LiftHigh, -3, -2.9);
        Assert.Equal(
            "Opened an application: 50.0% in the control, 44.0% in “hurry”, -6.0 points (95% interval -9.02 to -2.98): " +
            "it got worse.",
            guardrail.Sentence.English);
        Assert.Equal(
            "지원서를 열어 봄: 대조군 50.0%, “hurry” 44.0%, 차이 -6.0%p (95% 구간 -9.02 ~ -2.98%p). 나빠졌습니다.",
            guardrail.Sentence.Korean);
    }
}
