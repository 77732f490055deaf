using System.Text.Json;

namespace Jobs.Persistence.Import;

/// <summary>Postings of applicant tracking systems: one JSON object a line with company, jobId, title and locations.</summary>
/// <remarks>They name no wage and hardly ever a place in Korea, so nearly all are turned away, each with the reason that counts
/// first.</remarks>
internal sealed class AtsJsonLines() : PostingFormat(ImportFormat.AtsJsonLines, "ats")
{
    private static readonly string[] Names = ["json"];

    public override IReadOnlyList<string> Columns => Names;
    public override bool HasHeader => false;
    public override bool IsJson => true;

    public static bool Matches(string line) =>
        line.StartsWith('{') && line.Contains("\"platform\"", StringComparison.Ordinal)
        && line.Contains("\"locations\"", StringComparison.Ordinal);

    public override RejectReason? TryRead(IReadOnlyList<string> fields, out Posting? posting)
    {
        posting = null;
        try
        {
            using var document = JsonDocument.Parse(fields[0]);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return RejectReason.JsonInvalid;
            return TryRead(document.RootElement, out posting);
        }
        // InvalidOperation: a member of another type than expected, or an escaped half of a surrogate pair.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return RejectReason.JsonInvalid;
        }
    }

    private static RejectReason? TryRead(JsonElement job, out Posting? posting)
    {
        posting = null;
        var title = TitleText.Of(Text(job, "title"));
        if (title.Length == 0) return RejectReason.TitleMissing;
        var locations = Locations(job);
        if (locations.Count == 0) return RejectReason.PlaceMissing;
        if (locations.Select(KoreanPlace.In).FirstOrDefault(korean => korean is not null) is not { } place)
            return RejectReason.PlaceAbroad;
        posting = new Posting
        {
            Identity = [Text(job, "company"), Text(job, "platform"), Text(job, "jobId"), title],
            Place = place,
            Title = title,
            Company = Text(job, "company"),
            Pay = "",
            SnapshotAt = job.TryGetProperty("postedAt", out var at) && at.ValueKind == JsonValueKind.String
                && at.TryGetDateTimeOffset(out var postedAt) ? postedAt.ToUniversalTime() : null,
        };
        return null;
    }

    private static string Text(JsonElement job, string name) =>
        job.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? PlainText.Of(value.GetString()!) : "";

    private static List<string> Locations(JsonElement job)
    {
        if (!job.TryGetProperty("locations", out var locations) || locations.ValueKind != JsonValueKind.Array) return [];
        return [.. locations.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String)
            .Select(item => PlainText.Of(item.GetString()!)).Where(text => text.Length > 0)];
    }
}
