namespace Jobs.Experiments;

/// <summary>Whom an event speaks of: an id that never changes and leads to the person only through their own row.</summary>
/// <param name="AnalyticsId">Of <see cref="User.AnalyticsId"/>; empty for somebody who is not signed in.</param>
/// <param name="DeviceId">What the app calls its installation; with both in one event Mixpanel takes them for one person.</param>
public sealed record AnalyticsPerson(Guid AnalyticsId, string? DeviceId)
{
    public const int DeviceIdLengthMax = 64;

    /// <summary>Null, too, if it is none.</summary>
    public string? DeviceId { get; } = IsDeviceId(DeviceId) ? DeviceId : null;

    public bool IsSignedIn => AnalyticsId != Guid.Empty;

    /// <summary>Whether somebody may call a device so: 1 to 64 of A-Z, a-z, 0-9 and "-".</summary>
    public static bool IsDeviceId(string? text) =>
        text is { Length: > 0 and <= DeviceIdLengthMax }
            && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
