using Jobs.Experiments;

namespace Jobs.Api.Triage;

/// <summary>Whether an error falls on one variant of an experiment more than on the others.</summary>
internal static class VariantComparison
{
    /// <summary>The variant that fails most; null: there is nothing to compare, or none does.</summary>
    /// <param name="experiment">Which experiment.</param>
    /// <param name="people">
    /// People who failed, by variant. People and not failures, because one person's app that tries again and again is one
    /// coincidence, and the test would take it for many.
    /// </param>
    /// <param name="requests">
    /// Requests of everybody in the experiment, by variant: each variant's share of the chances to fail.
    /// </param>
    /// <param name="errors">Errors that are compared in the experiment.</param>
    public static VariantFacts? Of(
        string experiment, IReadOnlyDictionary<string, int> people, IReadOnlyDictionary<string, long> requests, int errors)
    {
        var (allPeople, allRequests) = (people.Values.Sum(), requests.Values.Sum());
        VariantFacts? worst = null;
        foreach (var (variant, own) in requests)
        {
            var (failed, others) = (people.GetValueOrDefault(variant), allRequests - own);
            if (failed == 0 || own == 0 || others == 0) continue;
            var (rate, otherRate) = ((double)failed / own, (double)(allPeople - failed) / others);
            if (rate <= otherRate || rate <= worst?.Rate) continue;
            worst = new()
            {
                Experiment = experiment,
                Name = variant,
                Failures = failed,
                Rate = rate,
                OtherRate = otherRate,
                PValue = SequentialShare.PValue(failed, allPeople, (double)own / allRequests),
                // Of two variants one test says everything.
                Comparisons = Math.Max(1, errors) * (requests.Count > 2 ? requests.Count : 1),
            };
        }
        return worst;
    }
}
