namespace Jobs.Api.WebConsole.Experiments;

/// <summary>Texts as browsers send them.</summary>
public static class FormText
{
    /// <summary>Forms send CR LF, whatever was typed: with it every text would differ from the one that is kept.</summary>
    public static string OneLineEnd(string text) => text.ReplaceLineEndings("\n");

    public static string Words(string? text) => OneLineEnd(text ?? "").Trim();

    /// <summary>Null where nothing was written.</summary>
    public static string? Note(string? text) => string.IsNullOrWhiteSpace(text) ? null : Words(text);

    public static string[] Lines(string? text) =>
        (text ?? "").Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
