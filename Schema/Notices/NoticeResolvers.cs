using Jobs.Experiments;

namespace Jobs.Schema;

/// <summary>Fields of <c>Notice</c> that are more than a column.</summary>
public static class NoticeResolvers
{
    public static string Id(Notice notice) => GlobalId.Of(NodeType.Notice, notice.Shown.Experiment.Id);

    public static string Key(Notice notice) => notice.Shown.Experiment.Key;

    public static NoticePlacement Placement(Notice notice) => notice.Shown.Experiment.Placement;

    public static NoticeTone Tone(Notice notice) => notice.Content.Tone;

    public static string Title(Notice notice, RequestLanguage language) => language.Of(notice.Content.Title);

    public static string? Body(Notice notice, RequestLanguage language) =>
        notice.Content.Body is { } body ? language.Of(body) : null;

    public static NoticeAction? Action(Notice notice, RequestLanguage language) =>
        notice.Content.Action is { } action ? new(language.Of(action.Label), action.Url) : null;

    public static bool IsDismissible(Notice notice) => notice.Content.IsDismissible;

    public static bool IsPreview(Notice notice) => notice.Shown.Token.Kind == ParticipantKind.Preview;
}
