using Jobs.Schema;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Jobs.Api.Http;

/// <summary>Reads Accept-Language: Korean, unless English is asked for more.</summary>
public static class AcceptedLanguage
{
    private const int RangesMax = 32;

    /// <summary>Null: outside of a request.</summary>
    public static RequestLanguage Of(HttpContext? context) => Of(context?.Request.Headers.AcceptLanguage ?? default);

    public static RequestLanguage Of(StringValues header)
    {
        if (!StringWithQualityHeaderValue.TryParseList(header, out var ranges) || ranges.Count > RangesMax)
            return RequestLanguage.Korean;
        var (korean, english) = (QualityOf("ko", ranges), QualityOf("en", ranges));
        return english.Quality > korean.Quality || (english.Quality == korean.Quality && english.Position < korean.Position)
            ? RequestLanguage.English : RequestLanguage.Korean;
    }

    private static (double Quality, int Position) QualityOf(string language, IList<StringWithQualityHeaderValue> ranges) =>
        ranges.Index().Where(range => range.Item.Value.Equals(language, StringComparison.OrdinalIgnoreCase)
                || range.Item.Value.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase))
            .Select(range => (Quality: range.Item.Quality ?? 1, Position: range.Index))
            .OrderByDescending(match => match.Quality).FirstOrDefault((0, int.MaxValue));
}
