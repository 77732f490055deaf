namespace Jobs.Experiments;

/// <summary>What happened to a notice on the screen.</summary>
public enum NoticeEventType
{
    /// <summary>On screen for at least one second.</summary>
    Exposed,

    /// <summary>The action was tapped.</summary>
    Clicked,
}
