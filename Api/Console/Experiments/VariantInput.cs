using System.Globalization;
using Jobs.Persistence;

namespace Jobs.Api.WebConsole.Experiments;

/// <summary>One arm as the form sends it: texts, whatever was typed.</summary>
public sealed class VariantInput
{
    public string? Key { get; set; }
    public string? Weight { get; set; }
    public bool Shows { get; set; }
    public string? Tone { get; set; }
    public string? TitleKorean { get; set; }
    public string? TitleEnglish { get; set; }
    public string? BodyKorean { get; set; }
    public string? BodyEnglish { get; set; }
    public string? LabelKorean { get; set; }
    public string? LabelEnglish { get; set; }
    public string? Url { get; set; }
    public bool Stays { get; set; }
    public string? ReadDays { get; set; }

    public static VariantInput Of(NoticeVariant variant) => new()
    {
        Key = variant.Key,
        Weight = variant.Weight.ToString(CultureInfo.InvariantCulture),
        Shows = variant.Content is not null,
        Tone = variant.Content?.Tone.ToString(),
        TitleKorean = variant.Content?.Title.Korean,
        TitleEnglish = variant.Content?.Title.English,
        BodyKorean = variant.Content?.Body?.Korean,
        BodyEnglish = variant.Content?.Body?.English,
        LabelKorean = variant.Content?.Action?.Label.Korean,
        LabelEnglish = variant.Content?.Action?.Label.English,
        Url = variant.Content?.Action?.Url,
        Stays = variant.Content is { IsDismissible: false },
        ReadDays = variant.Content?.AnnouncedReadDays?.ToString(CultureInfo.InvariantCulture),
    };

    public NoticeVariant ToVariant(FormNumbers numbers, string path) => new(
        Key?.Trim() ?? "", numbers.Read(Weight, $"{path}.weight") ?? 0, Shows ? ToNotice(numbers, path) : null);

    private NoticeContent ToNotice(FormNumbers numbers, string path) => new(
        Enum.TryParse<NoticeTone>(Tone, out var tone) && Enum.IsDefined(tone) ? tone : NoticeTone.Info,
        Text(TitleKorean, TitleEnglish) ?? new("", null),
        Text(BodyKorean, BodyEnglish),
        Text(LabelKorean, LabelEnglish) is { } label ? new(label, Url?.Trim() ?? "") : null,
        IsDismissible: !Stays,
        numbers.ReadWhole(ReadDays, $"{path}.content.announcedReadDays"));

    /// <summary>Null where neither language says anything.</summary>
    private static NoticeText? Text(string? korean, string? english) =>
        Written(korean) is null && Written(english) is null ? null : new(Written(korean) ?? "", Written(english));

    private static string? Written(string? text) => string.IsNullOrWhiteSpace(text) ? null : FormText.OneLineEnd(text).Trim();
}
