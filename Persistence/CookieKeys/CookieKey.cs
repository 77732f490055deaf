namespace Jobs.Persistence;

/// <summary>One of the keys that protect the console's cookies, as the framework writes it; instances share them.</summary>
public sealed class CookieKey
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}
