namespace Jobs.Experiments.Tests;

public sealed class VerdictSentenceTests
{
    private const string Win =
        "“hurry” converts 12.4% of people against 10.0% in the control, +2.4 points (95% interval +0.49 to +4.31)";

    [Fact]
    public void Ship_says_what_it_is_worth() => Expect(Counted.Data(treatment: 620),
        $"Ship: {Win}. What it promises is worth building.",
        "채택하세요: “hurry” 12.4%, 대조군 10.0%, 차이 +2.4%p (95% 구간 +0.49 ~ +4.31%p). 약속한 것을 만들 가치가 있습니다.");

    [Fact]
    public void Roll_back_says_what_it_cost() => Expect(Counted.Data(treatment: 390),
        "Roll back: “hurry” converts 7.8% of people against 10.0% in the control, -2.2 points (95% interval -3.93 to -0.47). " +
        "The notice does harm.",
        "내리세요: “hurry” 7.8%, 대조군 10.0%, 차이 -2.2%p (95% 구간 -3.93 ~ -0.47%p). 안내가 해롭습니다.");

    [Fact]
    public void No_difference_says_what_is_ruled_out() => Expect(Counted.Data(treatment: 505),
        "No difference: “hurry” converts 10.1% of people against 10.0% in the control, +0.1 points " +
        "(95% interval -1.73 to +1.93). The hoped-for gain of 2.5 points is ruled out: drop the promise, or test a bolder one.",
        "차이가 없습니다: “hurry” 10.1%, 대조군 10.0%, 차이 +0.1%p (95% 구간 -1.73 ~ +1.93%p). " +
        "기대한 2.5%p의 개선은 아닙니다. 그만두거나 더 과감한 약속을 시험하세요.");

    [Fact]
    public void Keep_running_says_how_much_longer() => Expect(Counted.Data(treatment: 505, planned: 15_000),
        "Keep running: “hurry” converts 10.1% of people against 10.0% in the control, +0.1 points " +
        "(95% interval -1.73 to +1.93). That may still be chance. At this pace that takes about 7 more days.",
        "계속 진행하세요: “hurry” 10.1%, 대조군 10.0%, 차이 +0.1%p (95% 구간 -1.73 ~ +1.93%p). 아직 우연일 수 있습니다. " +
        "지금 속도로 약 7일 더 걸립니다.");

    [Fact]
    public void Keep_running_says_what_is_missing() => Expect(Counted.Data(control: 4, treatment: 8, people: 40, days: 5),
        "Keep running: It has run for 5 days (at least 7). The smallest arm, “control”, has 40 people (at least 50). " +
        "“control” has 4 conversions (at least 5 in each arm). At this pace that takes about 620 more days.", null);

    [Fact]
    public void A_stalled_experiment_does_not_guess() => Assert.EndsWith(
        "At this pace nobody can tell how long that takes.", Verdict.Of(Counted.Data(control: 0, treatment: 0)).Sentence.English);

    [Fact]
    public void Invalid_says_why_and_what_next() => Expect(Counted.Data(treatment: 620, assigned: 4500),
        "The result cannot be used. The arms' sizes do not fit their weights (5,000 to 4,500): people are lost or counted " +
        "twice somewhere. Find the cause, mend it and start a new experiment.", null);

    [Fact]
    public void Undecided_at_the_planned_size_says_for_how_long()
    {
        var verdict = Verdict.Of(Counted.Data(treatment: 560));
        Assert.Contains("no difference and the hoped-for 2.5 points are both still possible", verdict.Sentence.English);
        Assert.InRange(verdict.DaysLeft!.Value, 10, 30);
    }

    [Fact]
    public void Arms_have_rates_of_1_and_lifts_in_percentage_points()
    {
        var arms = Verdict.Of(Counted.Data(treatment: 620)).Arms;
        Assert.Equal((0.1, null, null, null, null),
            (arms[0].Rate, arms[0].Lift, arms[0].LiftLow, arms[0].LiftHigh, arms[0].ChanceToBeatControl));
        Assert.Equal(2.4, arms[1].Lift!.Value, 10);
        Assert.Equal(0.49, arms[1].LiftLow!.Value, 2);
        Assert.Equal(4.31, arms[1].LiftHigh!.Value, 2);
        Assert.InRange(arms[1].RateLow, 0.11, 0.12);
        Assert.InRange(arms[1].ChanceToBeatControl!.Value, 0.999, 1);
    }

    private static void Expect(ExperimentData data, string english, string? korean)
    {
        var sentence = Verdict.Of(data).Sentence;
        Assert.Equal(english, sentence.English);
        if (korean is not null) Assert.Equal(korean, sentence.Korean);
    }
}
