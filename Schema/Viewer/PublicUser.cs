namespace Jobs.Schema;

/// <summary>What anybody may know about a person.</summary>
public sealed record PublicUser(long UserId, string DisplayName)
{
    public static PublicUser Of(User user) => new(user.Id, user.DisplayName);
}

/// <summary>Fields of <c>PublicUser</c> that are more than a column.</summary>
public static class PublicUserResolvers
{
    public static string Id(PublicUser user) => GlobalId.Of(NodeType.PublicUser, user.UserId);
}
