namespace Jobs.GraphQL.Cost;

/// <summary>What an operation costs at most, known before it is executed.</summary>
/// <param name="FieldCost">The weights of the fields that are resolved, each as often as the lists around it are long.</param>
/// <param name="TypeCost">The weights of the values that the response holds.</param>
/// <remarks>https://ibm.github.io/graphql-specs/cost-spec.html#sec-Static-Query-Analysis</remarks>
public readonly record struct OperationCost(double FieldCost, double TypeCost)
{
    public static OperationCost operator +(OperationCost one, OperationCost other) =>
        new(one.FieldCost + other.FieldCost, one.TypeCost + other.TypeCost);

    public static OperationCost operator *(double times, OperationCost cost) =>
        times == 0 ? default : new(times * cost.FieldCost, times * cost.TypeCost);

    /// <summary>The larger one of each: when either of two may happen.</summary>
    internal static OperationCost Max(OperationCost one, OperationCost other) =>
        new(Math.Max(one.FieldCost, other.FieldCost), Math.Max(one.TypeCost, other.TypeCost));
}
