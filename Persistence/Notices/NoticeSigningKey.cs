namespace Jobs.Persistence;

/// <summary>
/// The one row with the secret that signs tracking tokens and preview links: every instance must have the same, and whoever can
/// read it could write the events themselves, so it needs no place of its own.
/// </summary>
public sealed class NoticeSigningKey
{
    public int Id { get; init; }
    public required byte[] Secret { get; init; }
}
