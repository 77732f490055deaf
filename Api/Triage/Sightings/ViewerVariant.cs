namespace Jobs.Api.Triage;

/// <summary>What an experiment shows somebody.</summary>
/// <param name="Experiment">The experiment's key.</param>
/// <param name="Variant">The variant's key.</param>
public readonly record struct ViewerVariant(string Experiment, string Variant)
{
    private const char Separator = '/';

    /// <summary>As it is stored.</summary>
    public override string ToString() => $"{Experiment}{Separator}{Variant}";

    public static ViewerVariant Parse(string text)
    {
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        return at < 0 ? new(text, "") : new(text[..at], text[(at + 1)..]);
    }
}
