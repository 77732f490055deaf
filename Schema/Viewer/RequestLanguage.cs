namespace Jobs.Schema;

/// <summary>The language that the client asked for: Korean, unless it prefers English.</summary>
public sealed class RequestLanguage(bool isEnglish)
{
    public static readonly RequestLanguage Korean = new(false);
    public static readonly RequestLanguage English = new(true);

    public bool IsEnglish { get; } = isEnglish;

    public string Say(string korean, string english) => IsEnglish ? english : korean;
}
