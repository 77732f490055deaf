using System.Collections.Frozen;

namespace Jobs.Experiments;

/// <summary>Whom an event speaks of: an id that never changes and leads to the person only through their own row.</summary>
/// <param name="AnalyticsId">Of <see cref="User.AnalyticsId"/>; empty for somebody who is not signed in.</param>
/// <param name="DeviceId">What the app calls its installation; with both in one event Mixpanel takes them for one person.</param>
public sealed record AnalyticsPerson(Guid AnalyticsId, string? DeviceId)
{
    public const int DeviceIdLengthMax = 64;

    // What a client sends that has no id but does not know: Mixpanel refuses most of these as ids, and all who send one would be
    // one person.
    private static readonly FrozenSet<string> NoIds = FrozenSet.ToFrozenSet(
        ["0", "-1", "true", "false", "null", "nil", "none", "na", "undefined", "unknown", "anon", "anonymous", $"{Guid.Empty}"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Null, too, if it is none.</summary>
    public string? DeviceId { get; } = IsDeviceId(DeviceId) ? DeviceId : null;

    public bool IsSignedIn => AnalyticsId != Guid.Empty;

    /// <summary>Whether somebody may call a device so: 1 to 64 of A-Z, a-z, 0-9 and "-", but none of the words for no id.</summary>
    /// <remarks>https://docs.mixpanel.com/troubleshooting/errors/server-side-events-without-a-user: the values that Mixpanel rejects.</remarks>
    public static bool IsDeviceId(string? text) =>
        text is { Length: > 0 and <= DeviceIdLengthMax }
            && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && !NoIds.Contains(text);
}
