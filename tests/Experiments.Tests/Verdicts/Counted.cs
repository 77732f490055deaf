namespace Jobs.Experiments.Tests;

/// <summary>Experiments with one word changed: 14 of 14 planned days, 10,000 of 10,000 people, 10 % in the control.</summary>
internal static class Counted
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(9));

    public static ExperimentData Data(
        long control = 500, long treatment = 500, long people = 5000, double days = 14, int? plannedDays = 14,
        long? planned = 10_000, double? effect = 0.025, long? assigned = null, long several = 0,
        MetricDirection direction = MetricDirection.HigherIsBetter, params GuardrailCounts[] guardrails) => new()
        {
            Primary = [Arms.Control(control, people), Arms.Treatment(treatment, people)],
            PrimaryDirection = direction,
            Guardrails = guardrails,
            AssignedPerArm = [people, assigned ?? people],
            Weights = [50, 50],
            PeopleInSeveralVariants = several,
            StartedAt = Start,
            Now = Start.AddDays(days),
            PlannedDays = plannedDays,
            PlannedSampleSize = planned,
            ExpectedEffect = effect,
        };

    public static GuardrailCounts Guardrail(
        long control, long treatment, long people = 5000, MetricDirection direction = MetricDirection.HigherIsBetter) =>
        new("application_read", direction, [Arms.Control(control, people), Arms.Treatment(treatment, people)]);

    public static GuardrailCounts Guardrail(IReadOnlyList<ArmCounts> arms) =>
        new("application_read", MetricDirection.HigherIsBetter, arms);

    /// <summary>A control of 500 of 5,000, and two treatments of as many people.</summary>
    public static ExperimentData ThreeArms(long first, long second, params GuardrailCounts[] guardrails) =>
        Data(planned: 15_000, guardrails: guardrails) with
        {
            Primary = [Arms.Control(500, 5000), Arms.Treatment(first, 5000), Arms.Treatment(second, 5000, key: "calm")],
            AssignedPerArm = [5000, 5000, 5000],
            Weights = [34, 33, 33],
        };
}
