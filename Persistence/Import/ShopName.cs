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
        var end = EndOfBranch(name, 0);
        // "조약돌편의점 역삼점": the first 점 is the kind of shop, the second its branch.
        while (end > 0 && EndOfBranch(name, end + 1) is > 0 and var next && name[(end + 1)..next].IndexOf(' ') < 0) end = next;
        if (end > 0) name = name[..end];
        return PlainText.Cut(name.ToString(), CharsMax);
    }

    /// <returns>Where the first word that ends in 점 ends; zero if none does.</returns>
    private static int EndOfBranch(ReadOnlySpan<char> name, int from)
    {
        for (var at = Math.Max(from, BranchCharsMin); at < name.Length; at++)
            if (name[at] == '점' && (at + 1 == name.Length || !char.IsLetterOrDigit(name[at + 1])))
                return at + 1;
        return 0;
    }
}
