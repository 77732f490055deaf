using Jobs.GraphQL.Cost;

namespace Jobs.Api.Http;

/// <summary>Reads <c>GraphQL-Cost</c>: <c>report</c> (beside the answer) or <c>validate</c> (instead of it).</summary>
public static class CostHeader
{
    public const string Name = "GraphQL-Cost";

    public static CostReporting Of(IHeaderDictionary headers) => headers[Name] switch
    {
        [{ } value] when value.Equals("report", StringComparison.OrdinalIgnoreCase) => CostReporting.Report,
        [{ } value] when value.Equals("validate", StringComparison.OrdinalIgnoreCase) => CostReporting.Validate,
        _ => CostReporting.None,
    };
}
