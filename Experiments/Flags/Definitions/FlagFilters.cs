using Microsoft.FeatureManagement;

namespace Jobs.Experiments;

/// <summary>The filters of a definition with their parameters read.</summary>
internal static class FlagFilters
{
    /// <summary>For definitions that have been checked.</summary>
    public static FeatureFilterConfiguration[] Read(FlagDefinition definition) =>
    [
        .. (definition.Conditions?.ClientFilters ?? []).Select(filter => new FeatureFilterConfiguration
        {
            Name = filter.Name,
            ParametersObject = BoardFilters.ByName[filter.Name].Read(
                new ParameterReader(filter.Parameters, "", new ContentProblems())),
        }),
    ];

    /// <summary>The parameters of every filter of this name.</summary>
    public static IEnumerable<object> Of(FlagDefinition definition, string name) =>
        (definition.Conditions?.ClientFilters ?? []).Where(filter => filter.Name == name)
            .Select(filter => BoardFilters.ByName[name].Read(new ParameterReader(filter.Parameters, "", new ContentProblems())));
}
