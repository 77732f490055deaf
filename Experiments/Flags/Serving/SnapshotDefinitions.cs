using Microsoft.FeatureManagement;

namespace Jobs.Experiments;

/// <summary>Where the library finds the definitions of one snapshot, experiments among them.</summary>
internal sealed class SnapshotDefinitions(ServedSnapshot snapshot) : IFeatureDefinitionProvider
{
    private static readonly Task<FeatureDefinition> Nothing = Task.FromResult<FeatureDefinition>(null!);

    public Task<FeatureDefinition> GetFeatureDefinitionAsync(string featureName)
    {
        if (snapshot.Flags.TryGetValue(featureName, out var flag)) return flag.Compiled;
        return featureName.StartsWith(ExperimentDefinition.Prefix, StringComparison.Ordinal)
            && snapshot.ExperimentFlags.TryGetValue(featureName[ExperimentDefinition.Prefix.Length..], out var experiment)
                ? experiment.Compiled
                : Nothing;
    }

    public async IAsyncEnumerable<FeatureDefinition> GetAllFeatureDefinitionsAsync()
    {
        foreach (var flag in snapshot.Flags.Values) yield return await flag.Compiled;
        foreach (var flag in snapshot.ExperimentFlags.Values) yield return await flag.Compiled;
    }
}
