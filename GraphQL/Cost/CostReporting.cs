namespace Jobs.GraphQL.Cost;

/// <summary>Whether a client wants to be told what its operation costs, as <c>extensions.cost</c>.</summary>
public enum CostReporting
{
    None,

    /// <summary>Beside the answer.</summary>
    Report,

    /// <summary>Instead of the answer: nothing is executed.</summary>
    Validate,
}
