namespace Jobs.Clients;

/// <summary>An object of which one field is there at once and the other after a while.</summary>
public sealed record Slow(int Milliseconds)
{
    public string Fast { get; } = "fast";
}
