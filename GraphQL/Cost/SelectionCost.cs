namespace Jobs.GraphQL.Cost;

/// <summary>What a selection set costs for itself, and for each item of the lists that the field around it sizes.</summary>
/// <remarks>So a fragment on a connection has one cost, however many fields spread it with pages of different sizes.</remarks>
internal readonly record struct SelectionCost(OperationCost Fixed, OperationCost PerItem)
{
    public static SelectionCost operator +(SelectionCost one, SelectionCost other) =>
        new(one.Fixed + other.Fixed, one.PerItem + other.PerItem);

    public static SelectionCost Max(SelectionCost one, SelectionCost other) =>
        new(OperationCost.Max(one.Fixed, other.Fixed), OperationCost.Max(one.PerItem, other.PerItem));
}
