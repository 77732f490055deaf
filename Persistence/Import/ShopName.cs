namespace Jobs.Persistence.Import;

/// <summary>The shop in a title, for files that name no employer: what comes before its "점", or the whole title.</summary>
internal static class ShopName
{
    private const int CharsMax = 40;
    private const int BranchCharsMin = 3;

    public static string In(string title)
    {
        var name = title.AsSpan().Trim();
        if (name.StartsWith("[") && name.IndexOf(']') is > 1 and var close) name = name[1..close].Trim();
        for (var at = BranchCharsMin; at < name.Length; at++)
        {
            if (name[at] != '점' || !(at + 1 == name.Length || IsEnd(name[at + 1]))) continue;
            name = name[..(at + 1)];
            break;
        }
        return PlainText.Cut(name.ToString(), CharsMax);
    }

    private static bool IsEnd(char character) => !char.IsLetterOrDigit(character);
}
