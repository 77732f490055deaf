namespace Jobs.GraphQL.Execution;

/// <summary>One value of a result: small values are in the slot itself, containers are further slots of the same tree.</summary>
internal struct ResultSlot
{
    /// <summary>What <see cref="Bits"/> are a number or a truth value of; any other reference is the value itself or a container's plan.</summary>
    public static readonly object Int = new();
    public static readonly object Float = new();
    public static readonly object True = new();
    public static readonly object False = new();

    public object? Reference;
    public long Bits;
}
