namespace Jobs.Api.Sentry;

/// <summary>The header <c>baggage</c>: names and values that travel along with a trace.</summary>
/// <remarks>https://www.w3.org/TR/baggage/#header-content</remarks>
internal static class Baggage
{
    public const string Header = "baggage";
    public const string Prefix = "sentry-";
    private const int CharactersMax = 8192;

    /// <summary>What is malformed is passed over, and so are properties behind a value.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Read(IEnumerable<string?> headers)
    {
        var text = string.Join(',', headers);
        if (text.Length > CharactersMax) yield break;
        foreach (var member in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = member.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) continue;
            var name = member[..equals].Trim();
            var value = member[(equals + 1)..].Split(';', 2)[0].Trim();
            if (name.Length > 0 && value.Length > 0) yield return new(name, Uri.UnescapeDataString(value));
        }
    }

    public static string Write(IEnumerable<KeyValuePair<string, string>> members) =>
        string.Join(',', members.Select(member => $"{member.Key}={Uri.EscapeDataString(member.Value)}"));
}
