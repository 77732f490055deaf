using Jobs.Experiments;

namespace Jobs.Schema;

/// <summary>A message chosen for the viewer, ready to draw.</summary>
public sealed record Notice(ShownNotice Shown, string TrackingToken, DateTimeOffset ExpiresAt)
{
    /// <summary>How long a client may keep it without asking again.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>What the arm shows; arms that show nothing make no notice.</summary>
    public NoticeContent Content => Shown.Variant.Content!;
}

/// <summary>The one button of a notice.</summary>
public sealed record NoticeAction(string Label, string Url);

/// <summary>A place where the viewer's arm shows nothing.</summary>
public sealed record NoticePlaceholder(string TrackingToken);
