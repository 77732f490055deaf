namespace Jobs.Experiments;

/// <summary>Whom and which app flags are evaluated for. One per request; the front door fills it.</summary>
/// <param name="appPlatform">ios, android or web; null: some other program.</param>
/// <param name="appVersion">As the app calls itself, for example 3.14.0.</param>
public sealed class FlagSubject(string? appPlatform = null, string? appVersion = null)
{
    public string? AppPlatform { get; private set; } = appPlatform;

    public string? AppVersion { get; private set; } = appVersion;

    /// <summary>Null: nobody has signed in.</summary>
    public long? UserId { get; private set; }

    /// <summary>Groups that come with the sign-in, such as roles in the team; what the board knows adds others.</summary>
    public IReadOnlyList<string> Groups { get; private set; } = [];

    /// <exception cref="InvalidOperationException">Somebody else is signed in: a request is one person's.</exception>
    public void SignIn(long userId, IReadOnlyList<string>? groups = null)
    {
        if (UserId is { } known && known != userId) throw new InvalidOperationException("Somebody else is signed in already.");
        UserId = userId;
        Groups = groups ?? [];
    }

    /// <summary>The same in another scope.</summary>
    public void EnterAlso(FlagSubject other)
    {
        (other.AppPlatform, other.AppVersion) = (AppPlatform, AppVersion);
        if (UserId is { } userId) other.SignIn(userId, Groups);
    }
}
