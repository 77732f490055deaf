using System.Text.Json;
using Jobs.GraphQL.Cost;
using Jobs.GraphQL.Tests.Execution;

namespace Jobs.GraphQL.Tests.Cost;

/// <summary>Asks an engine for costs, as a client does.</summary>
internal static class CostedEngine
{
    /// <summary>Nothing is executed.</summary>
    public static async Task<OperationCost> CostAsync(this TestEngine engine, string document, string? variables = null)
    {
        var answer = await engine.SendAsync(document, variables, costReporting: CostReporting.Validate);
        using var json = JsonDocument.Parse(answer);
        Assert.False(json.RootElement.TryGetProperty("errors", out _), answer);
        Assert.False(json.RootElement.TryGetProperty("data", out _), answer);
        var cost = json.RootElement.GetProperty("extensions").GetProperty("cost");
        return new OperationCost(cost.GetProperty("fieldCost").GetDouble(), cost.GetProperty("typeCost").GetDouble());
    }
}
