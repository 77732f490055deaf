namespace Jobs.Persistence.Embedded;

/// <summary>How initdb is told to sort and search Korean, best choice first: a computer may lack a locale.</summary>
/// <remarks>
/// LC_CTYPE must be a UTF-8 locale even where the provider is the builtin one: with C, pg_trgm takes no Hangul for a letter.
/// Code point order is 가나다 order, so C.UTF-8 sorts Korean right, and alike on every computer.
/// </remarks>
internal static class ClusterLocale
{
    private const int BuiltinProviderSince = 17;

    public static IEnumerable<string[]> Choices(int version)
    {
        string[] provider = version >= BuiltinProviderSince ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : [];
        if (OperatingSystem.IsWindows())
            return [["--locale=Korean_Korea.utf8", .. provider], ["--locale=English_United States.utf8", .. provider]];
        string[] icu = ["--locale-provider=icu", "--icu-locale=und"];
        string[] elsewhere = provider.Length > 0 ? provider : icu;
        return
        [
            ["--locale=C.UTF-8", .. provider],
            ["--locale=ko_KR.UTF-8", .. elsewhere],
            ["--locale=en_US.UTF-8", .. elsewhere],
        ];
    }
}
