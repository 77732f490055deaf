using Jobs.Experiments;

namespace Jobs.Schema;

/// <summary>Who sent the request: nobody in particular, until the front door signs a person in. One per request.</summary>
public sealed class CurrentViewer
{
    /// <summary>Null for an anonymous request.</summary>
    public long? UserId { get; private set; }

    /// <summary>The person, where only a signed-in person can be answered.</summary>
    /// <exception cref="GraphQLException">UNAUTHENTICATED</exception>
    public long RequiredUserId => UserId ?? throw new GraphQLException("Sign in first.", "UNAUTHENTICATED");

    /// <summary>Whom events of the viewer speak of; null for an anonymous request.</summary>
    public AnalyticsPerson? Person { get; private set; }

    /// <exception cref="GraphQLException">UNAUTHENTICATED</exception>
    public AnalyticsPerson RequiredPerson => Person ?? throw new GraphQLException("Sign in first.", "UNAUTHENTICATED");

    /// <summary>May run experiments: product managers, and those who operate the service.</summary>
    public bool IsOperator { get; private set; }

    public void SignIn(long userId, AnalyticsPerson? person = null, bool isOperator = false) =>
        (UserId, Person, IsOperator) = (userId, person, isOperator);

    /// <summary>The same person in another scope.</summary>
    internal void EnterAlso(CurrentViewer other) =>
        (other.UserId, other.Person, other.IsOperator) = (UserId, Person, IsOperator);
}
