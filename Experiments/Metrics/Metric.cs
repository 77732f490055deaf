namespace Jobs.Experiments;

/// <summary>A question about one person: did a certain event happen to them after they saw the notice?</summary>
/// <param name="Key">Its name in experiments, results and the contract.</param>
/// <param name="Korean">For the console.</param>
/// <param name="English">For the console.</param>
/// <param name="EventName">The event that answers it.</param>
/// <param name="Direction">Which way it should move.</param>
/// <param name="Property">A number of the event that must not be above <paramref name="AtMost"/>; null: any such event counts.</param>
/// <param name="AtMost">In the unit that the property's name says.</param>
public sealed record Metric(
    string Key, string Korean, string English, string EventName, MetricDirection Direction,
    string? Property = null, double AtMost = 0)
{
    /// <summary>Whether an event is what this metric asks for, in an experiment with this audience.</summary>
    /// <remarks>What happens between two people is an event of each; an experiment among employers asks for their side of it.</remarks>
    public bool Counts(ExportedEvent happened, ExperimentAudience audience)
    {
        if (happened.Name != EventName) return false;
        if (Property is not null && !(happened.Number(Property) <= AtMost)) return false;
        return (happened.Text("side"), audience) is not (("applicant", ExperimentAudience.Employers)
            or ("employer", ExperimentAudience.Applicants));
    }
}
