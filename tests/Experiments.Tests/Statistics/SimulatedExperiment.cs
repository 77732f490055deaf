namespace Jobs.Experiments.Tests;

/// <summary>People who come day by day, and convert as a rate says that nobody else knows.</summary>
internal sealed class SimulatedExperiment(Random random, IReadOnlyList<double> rates, IReadOnlyList<double> weights)
{
    /// <summary>The counts after each of so many looks, in which all arms together grow to so many people.</summary>
    public IEnumerable<IReadOnlyList<ArmCounts>> Looks(int looks, long people)
    {
        var arms = weights.Select((weight, index) => new ArmCounts($"arm{index}", weight, 0, 0)).ToArray();
        for (var look = 1; look <= looks; look++)
        {
            for (var index = 0; index < arms.Length; index++)
            {
                var share = weights[index] / weights.Sum() * look / looks;
                arms[index] = Grow(arms[index], rates[index], (long)Math.Ceiling(people * share));
            }
            yield return [.. arms];
        }
    }

    // How many people leave before the next one converts is geometric: one draw for each conversion instead of for each person.
    private ArmCounts Grow(ArmCounts arm, double rate, long people)
    {
        var conversions = arm.Conversions;
        var person = arm.People + Misses(rate);
        for (; person < people; person += 1 + Misses(rate)) conversions++;
        return arm with { People = people, Conversions = conversions };
    }

    private long Misses(double rate) => (long)(Math.Log(1 - random.NextDouble()) / Math.Log(1 - rate));
}
