namespace Jobs.GraphQL.Execution;

/// <summary>One value of a result: small values are in the slot itself, containers are further slots of the same tree.</summary>
internal struct ResultSlot
{
    public static readonly object Int = new();
    public static readonly object Float = new();
    public static readonly object True = new();
    public static readonly object False = new();

    /// <summary>One of the above, a container's plan, or else the value itself.</summary>
    public object? Reference;

    /// <summary>The number, or where the container is.</summary>
    public long Bits;

    public static ResultSlot Of(int number) => new() { Reference = Int, Bits = number };

    public static ResultSlot Of(double number) => new() { Reference = Float, Bits = BitConverter.DoubleToInt64Bits(number) };

    public static ResultSlot Of(bool truth) => new() { Reference = truth ? True : False };
}
