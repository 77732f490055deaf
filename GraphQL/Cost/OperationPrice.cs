using System.Diagnostics.CodeAnalysis;
using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.Cost;

/// <summary>The last question before an operation is executed: what it costs, and whether that is allowed.</summary>
internal static class OperationPrice
{
    /// <summary>False if the operation costs too much, or if its cost is all that the request wants to know.</summary>
    public static bool IsPaid(
        CostOptions options, GraphQLRequest request, OperationPlan operation, CoercedVariables variables, out OperationCost cost,
        [NotNullWhen(false)] out GraphQLResult? refusal)
    {
        refusal = null;
        cost = operation.Cost.Of(variables);
        if ((NotSliced(operation) ?? options.Refuse(cost)) is { } error)
            refusal = new GraphQLResult([error]) { CostReporting = request.CostReporting };
        else if (request.CostReporting == CostReporting.Validate)
            refusal = new GraphQLResult(data: null, [], operation) { CostReporting = CostReporting.Validate };
        if (refusal is null) return true;
        (refusal.Cost, refusal.OperationName, refusal.OperationType) = (cost, operation.Name, operation.Node.Operation);
        return false;
    }

    private static GraphQLError? NotSliced(OperationPlan operation) => operation.Cost.NotSliced is { } coordinate
        ? new GraphQLError($"Exactly one slicing argument must be given for \"{coordinate}\".")
        {
            Code = ErrorCodes.ValidationFailed,
        }
        : null;
}
