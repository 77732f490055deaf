namespace Jobs.Persistence;

/// <summary>One arm of an experiment: its share of the participants in percent, and what they are shown.</summary>
/// <param name="Key">Stands in definitions, events and results.</param>
/// <param name="Weight">0 to 100; the weights of an experiment add up to 100.</param>
/// <param name="Content">Null for an arm that shows nothing.</param>
public sealed record NoticeVariant(string Key, double Weight, NoticeContent? Content);

/// <summary>A text in the two languages of the board; without an English one everybody reads the Korean one.</summary>
public sealed record NoticeText(string Korean, string? English);

/// <summary>The one button of a notice.</summary>
public sealed record NoticeContentAction(NoticeText Label, string Url);

/// <summary>
/// What one arm shows. <c>AnnouncedReadDays</c> are the days after which the text says that an unread application can no longer
/// be opened; null where it says nothing of the sort.
/// </summary>
public sealed record NoticeContent(
    NoticeTone Tone, NoticeText Title, NoticeText? Body, NoticeContentAction? Action, bool IsDismissible = true,
    int? AnnouncedReadDays = null);

/// <summary>A member of the team who always gets one arm of an experiment, and is never counted.</summary>
public sealed record ExperimentTester(long UserId, string VariantKey);
