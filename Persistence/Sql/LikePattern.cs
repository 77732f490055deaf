namespace Jobs.Persistence;

/// <summary>A pattern for LIKE that finds a text anywhere, whatever signs are in it.</summary>
internal static class LikePattern
{
    public static string Containing(string text) =>
        $"%{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal)}%";
}
