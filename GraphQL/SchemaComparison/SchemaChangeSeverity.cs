namespace Jobs.GraphQL.SchemaComparison;

/// <summary>What a change of the schema does to clients that were written against the version before.</summary>
public enum SchemaChangeSeverity
{
    /// <summary>Nothing.</summary>
    Safe,

    /// <summary>Their documents stay valid, but they may get what they do not expect.</summary>
    Dangerous,

    /// <summary>A document or a value that was valid may no longer be, or an answer may hold what it could not hold.</summary>
    Breaking,
}
