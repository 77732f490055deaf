namespace Jobs.Experiments.Tests;

public sealed class VerdictCheckTests
{
    [Fact]
    public void Checks_come_in_the_order_in_which_they_matter() => Assert.Equal(
        Enum.GetValues<VerdictCheckName>(), Verdict.Of(Counted.Data()).Checks.Select(check => check.Name));

    [Fact]
    public void An_experiment_as_planned_passes_all() =>
        Assert.All(Verdict.Of(Counted.Data()).Checks, check => Assert.Equal(CheckState.Passed, check.State));

    [Theory]
    [InlineData(7, 7, CheckState.Waiting)]
    [InlineData(8, 8, CheckState.Passed)]
    [InlineData(100, 400, CheckState.Failed)]
    public void The_sample_ratio_is_judged_from_8_expected_people_on(long control, long treatment, CheckState state) =>
        Assert.Equal(
            state, Check(Counted.Data() with { AssignedPerArm = [control, treatment] }, VerdictCheckName.SampleRatio).State);

    [Fact]
    public void A_failed_sample_ratio_names_the_people()
    {
        var check = Check(Counted.Data(assigned: 4500), VerdictCheckName.SampleRatio);
        Assert.Equal("The arms' sizes do not fit their weights (5,000 to 4,500): people are lost or counted twice somewhere.",
            check.Sentence.English);
        Assert.Equal("배정된 사람의 비율이 정한 비율과 다릅니다(5,000 대 4,500): 어딘가에서 사람이 빠지거나 두 번 세어집니다.",
            check.Sentence.Korean);
    }

    [Fact]
    public void The_multiple_exposure_names_those_who_are_left_out() => Assert.Equal(
        "80 of 10,080 people (0.79%) saw several variants; they and 3 others are left out.",
        Check(Counted.Data(several: 80) with { PeopleExcluded = 3 }, VerdictCheckName.MultipleExposure).Sentence.English);

    [Theory]
    [InlineData(5, 50, CheckState.Waiting)]
    [InlineData(6, 50, CheckState.Passed)]
    [InlineData(44, 50, CheckState.Passed)]
    [InlineData(45, 50, CheckState.Waiting)]
    public void More_than_5_people_of_either_answer_are_expected_in_each_arm(long conversions, long people, CheckState state) =>
        Assert.Equal(state, Check(Counted.Data(conversions, conversions, people), VerdictCheckName.ExpectedCounts).State);

    [Fact]
    public void The_planned_size_is_people_and_days()
    {
        var check = Check(Counted.Data(days: 10.5, planned: 20_000), VerdictCheckName.PlannedSize);
        Assert.Equal(CheckState.Waiting, check.State);
        Assert.Equal("10,000 of 20,000 planned people, 10 of 14 planned days.", check.Sentence.English);
        Assert.Equal("계획한 20,000명 중 10,000명, 계획한 14일 중 10일이 찼습니다.", check.Sentence.Korean);
    }

    [Theory]
    [InlineData(50, 50, 13, CheckState.Waiting)]
    [InlineData(50, 50, 14, CheckState.Passed)]
    public void Planned_days_alone_are_a_plan_too(long control, long treatment, double days, CheckState state) => Assert.Equal(
        state, Check(Counted.Data(control, treatment, 500, days, planned: null), VerdictCheckName.PlannedSize).State);

    private static VerdictCheck Check(ExperimentData data, VerdictCheckName name) =>
        Verdict.Of(data).Checks.Single(check => check.Name == name);
}
