namespace Jobs.Schema;

/// <summary>Who sent the request: a signed-in person, or nobody in particular.</summary>
public sealed class CurrentViewer(long? userId)
{
    public static readonly CurrentViewer Anonymous = new(null);

    /// <summary>Null for an anonymous request.</summary>
    public long? UserId { get; } = userId;

    /// <summary>The person, where only a signed-in person can be answered.</summary>
    /// <exception cref="GraphQLException">UNAUTHENTICATED</exception>
    public long RequiredUserId => UserId ?? throw new GraphQLException("Sign in first.", "UNAUTHENTICATED");
}
