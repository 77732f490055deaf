namespace Jobs.Experiments.Tests;

/// <summary>What a product manager meets who looks at the verdict on each of 40 days, in 1,000 experiments of a kind.</summary>
public sealed class VerdictSimulationTests(ITestOutputHelper output)
{
    private const int Experiments = 1000, Looks = 40;

    [Theory]
    [InlineData(0.10, 1_500, 2, 20260306)]
    [InlineData(0.10, 15_000, 3, 20260307)]
    public void Without_a_difference_at_most_5_percent_are_ever_decided(double rate, long people, int arms, int seed)
    {
        var rates = Enumerable.Repeat(rate, arms).ToArray();
        var kinds = Run(new(seed), rates, [.. rates.Select(_ => 1.0)], people, null);
        output.WriteLine($"A/A at {rate:P0}, {people:N0} people, {arms} arms: {Share(kinds, VerdictKind.Ship)} shipped, " +
            $"{Share(kinds, VerdictKind.RollBack)} rolled back");
        Assert.InRange(kinds.Count(kind => kind is VerdictKind.Ship or VerdictKind.RollBack), 0, 50);
    }

    [Theory]
    [InlineData(0.10, 0.02, 0.8, new[] { 50.0, 50 }, 20260308)]
    [InlineData(0.05, 0.01, 0.9, new[] { 50.0, 50 }, 20260309)]
    [InlineData(0.02, 0.01, 0.8, new[] { 50.0, 50 }, 20260310)]
    [InlineData(0.30, 0.05, 0.8, new[] { 80.0, 20 }, 20260311)]
    [InlineData(0.10, 0.03, 0.8, new[] { 34.0, 33, 33 }, 20260312)]
    public void A_planted_effect_is_found_with_the_power_that_the_calculator_promised(
        double rate, double effect, double power, double[] weights, int seed)
    {
        var people = SampleSize.Planned(rate, effect, 0.05, power, weights);
        // The last arm has the effect; any others are like the control.
        var rates = weights.Select((_, index) => index == weights.Length - 1 ? rate + effect : rate).ToArray();
        var kinds = Run(new(seed), rates, weights, people, effect);
        output.WriteLine($"{rate:P0} to {rate + effect:P0}, weights {string.Join('/', weights)}, promised {power:P0}, " +
            $"planned {people:N0} people: {Share(kinds, VerdictKind.Ship)} shipped");
        // Two standard errors of 1,000 runs: 2.5 points at 80 %, 1.9 at 90 %.
        var samplingError = 2 * Math.Sqrt(power * (1 - power) / Experiments);
        Assert.True(kinds.Count(kind => kind == VerdictKind.Ship) >= (power - samplingError) * Experiments);
    }

    [Fact]
    public void An_absent_effect_is_ruled_out_as_often_as_a_present_one_is_found()
    {
        var people = SampleSize.Planned(0.1, 0.02, 0.05, 0.8, [50, 50]);
        var kinds = Run(new(20260313), [0.1, 0.1], [50, 50], people, 0.02);
        output.WriteLine($"A/A at 10 %, 2 points expected, {people:N0} people: {Share(kinds, VerdictKind.NoDifference)} " +
            $"no difference, {Share(kinds, VerdictKind.KeepRunning)} still undecided at the planned size, " +
            $"{Share(kinds, VerdictKind.Ship)} shipped, {Share(kinds, VerdictKind.RollBack)} rolled back");
        Assert.InRange(kinds.Count(kind => kind == VerdictKind.NoDifference), 775, 1000);
        Assert.InRange(kinds.Count(kind => kind is VerdictKind.Ship or VerdictKind.RollBack), 0, 50);
    }

    [Theory]
    [InlineData(0, 0, 50)]
    [InlineData(-0.02, 775, 1000)]
    public void A_guardrail_pauses_when_it_is_hurt_and_seldom_else(double harm, int pausedMin, int pausedMax)
    {
        var people = SampleSize.Planned(0.10, -0.02, 0.05, 0.8, [50, 50]);
        var random = new Random(20260314);
        var paused = Enumerable.Range(0, Experiments).Count(_ =>
            new SimulatedExperiment(random, [0.10, 0.10 + harm], [50, 50]).Looks(Looks, people).Any(arms =>
                Verdict.Of(Counted.Data(planned: people, guardrails: Counted.Guardrail(arms))).ShouldPause));
        output.WriteLine($"A guardrail of 10 % that loses {Math.Abs(harm) * 100:0.#} points, {people:N0} people: " +
            $"{paused / 10.0} % paused");
        Assert.InRange(paused, pausedMin, pausedMax);
    }

    /// <summary>The first verdict that ends each experiment, or the last one.</summary>
    private static List<VerdictKind> Run(Random random, double[] rates, double[] weights, long people, double? effect) =>
        [.. Enumerable.Range(0, Experiments).Select(_ =>
        {
            var kind = VerdictKind.NoData;
            var day = 0;
            foreach (var arms in new SimulatedExperiment(random, rates, weights).Looks(Looks, people))
            {
                kind = Verdict.Of(DataOf(arms, weights, ++day, people, effect)).Kind;
                if (kind is VerdictKind.Ship or VerdictKind.RollBack or VerdictKind.NoDifference) break;
            }
            return kind;
        })];

    private static ExperimentData DataOf(
        IReadOnlyList<ArmCounts> arms, double[] weights, int day, long people, double? effect) =>
        Counted.Data(days: day, plannedDays: Looks, planned: people, effect: effect) with
        {
            Primary = arms,
            Weights = weights,
            AssignedPerArm = [.. arms.Select(arm => arm.People)],
        };

    private static string Share(List<VerdictKind> kinds, VerdictKind kind) =>
        $"{kinds.Count(found => found == kind) * 100.0 / kinds.Count:0.0} %";
}
