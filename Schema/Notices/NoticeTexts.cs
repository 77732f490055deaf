namespace Jobs.Schema;

/// <summary>Texts of notices in the reader's language.</summary>
public static class NoticeTexts
{
    /// <summary>Korean where there is no English text.</summary>
    public static string Of(this RequestLanguage language, NoticeText text) =>
        language.IsEnglish && text.English is { Length: > 0 } english ? english : text.Korean;
}
