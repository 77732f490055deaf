namespace Jobs.GraphQL.Cost;

/// <summary>What an operation may cost; see <see cref="OperationCost"/>.</summary>
public sealed class CostOptions
{
    /// <summary>Without a limit unless one is set.</summary>
    public double MaxFieldCost { get; init; } = double.PositiveInfinity;

    /// <summary>Without a limit unless one is set.</summary>
    public double MaxTypeCost { get; init; } = double.PositiveInfinity;

    /// <summary>Why an operation of this cost is not executed; null if it may be.</summary>
    internal GraphQLError? Refuse(OperationCost cost)
    {
        if (cost.FieldCost <= MaxFieldCost && cost.TypeCost <= MaxTypeCost) return null;
        var message = cost.FieldCost > MaxFieldCost
            ? FormattableString.Invariant($"The operation's field cost is {cost.FieldCost:0.##}; {MaxFieldCost:0.##} is allowed.")
            : FormattableString.Invariant($"The operation's type cost is {cost.TypeCost:0.##}; {MaxTypeCost:0.##} is allowed.");
        return new GraphQLError(message)
        {
            Code = ErrorCodes.CostExceeded,
            Extensions = new Dictionary<string, object?>
            {
                ["fieldCost"] = Finite(cost.FieldCost),
                ["maxFieldCost"] = Finite(MaxFieldCost),
                ["typeCost"] = Finite(cost.TypeCost),
                ["maxTypeCost"] = Finite(MaxTypeCost),
            },
        };
    }

    /// <summary>JSON has no infinity.</summary>
    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
