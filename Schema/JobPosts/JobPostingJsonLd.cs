using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Jobs.Schema;

/// <summary>A post as schema.org JobPosting, for search engines.</summary>
/// <remarks>https://schema.org/JobPosting. Written into pages: the encoder leaves no &lt; for a title to break out.</remarks>
public static class JobPostingJsonLd
{
    private static readonly JsonSerializerOptions Korean = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(JobPost post, Employer employer, Uri url) => new JsonObject
    {
        ["@context"] = "https://schema.org/",
        ["@type"] = "JobPosting",
        ["title"] = post.Title,
        ["description"] = post.Description,
        ["url"] = url.AbsoluteUri,
        ["datePosted"] = post.PublishedAt is { } at ? DateText(Seoul.DayOf(at)) : null,
        ["validThrough"] = post.ExpiresAt?.ToUniversalTime()
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        ["employmentType"] = post.Length == EngagementLength.LongTerm ? "PART_TIME" : "TEMPORARY",
        ["totalJobOpenings"] = post.Headcount,
        ["hiringOrganization"] = new JsonObject { ["@type"] = "Organization", ["name"] = employer.DisplayName },
        ["jobLocation"] = Place(post),
        ["baseSalary"] = Salary(post),
    }.ToJsonString(Korean);

    private static string DateText(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject Place(JobPost post) => new()
    {
        ["@type"] = "Place",
        ["address"] = new JsonObject
        {
            ["@type"] = "PostalAddress",
            ["addressCountry"] = "KR",
            ["addressLocality"] = KnownNeighborhoods.Shipped.Find(post.NeighborhoodId)?.FullName,
            ["streetAddress"] = post.HideExactAddress ? null : post.Address,
        },
    };

    private static JsonObject? Salary(JobPost post)
    {
        var unit = post.WageType switch
        {
            WageType.Hourly => "HOUR",
            WageType.Daily => "DAY",
            WageType.Weekly => "WEEK",
            WageType.Monthly => "MONTH",
            WageType.Yearly => "YEAR",
            _ => null,
        };
        if (unit is null) return null; // schema.org has no word for piecework.
        return new JsonObject
        {
            ["@type"] = "MonetaryAmount",
            ["currency"] = "KRW",
            ["value"] = new JsonObject
            {
                ["@type"] = "QuantitativeValue",
                ["minValue"] = post.WageAmount,
                ["maxValue"] = post.WageAmountMax ?? post.WageAmount,
                ["unitText"] = unit,
            },
        };
    }
}
