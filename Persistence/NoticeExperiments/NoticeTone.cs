namespace Jobs.Persistence;

/// <summary>How loudly to draw a notice.</summary>
public enum NoticeTone
{
    Info,
    Success,
    Warning,
    Urgent,
}
