namespace Jobs.GraphQL.Cost;

/// <summary>What the schema says about the cost of one field.</summary>
/// <param name="Weight">Of resolving it once.</param>
/// <param name="TypeWeight">Of each value that it answers with.</param>
/// <param name="ListSize">Null without the directive.</param>
/// <param name="Length">How many values it answers with when nothing else says so.</param>
internal sealed record FieldCosts(double Weight, double TypeWeight, ListSize? ListSize, double Length);
