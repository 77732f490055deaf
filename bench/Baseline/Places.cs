using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Jobs.Persistence;

namespace Jobs.Baseline;

/// <summary>Areas and kinds of work as the JSON that answers show of them: they never change while the program runs.</summary>
internal static class Places
{
    private static readonly FrozenDictionary<long, (byte[] Name, byte[] IdAndName)> Written =
        KnownNeighborhoods.Shipped.All.ToFrozenDictionary(area => area.Id, area => (
            Encoding.UTF8.GetBytes($$"""{"name":{{Quoted(area.Name)}}}"""),
            Encoding.UTF8.GetBytes($$"""{"id":"{{Id(area.Id)}}","name":{{Quoted(area.Name)}}}""")));

    private static readonly byte[][] Categories =
    [
        .. Enumerable.Range(0, 20).Select(id => (KnownJobCategories.Find(id) ?? KnownJobCategories.Other) is var category
            ? Encoding.UTF8.GetBytes($$"""{"key":"{{category.Key}}","name":{{Quoted(category.NameKo)}}}""") : []),
    ];

    private static readonly byte[][] DayLists =
    [
        .. Enumerable.Range(0, 128).Select(days => Encoding.UTF8.GetBytes(
            $"[{string.Join(',', DayNames.Where((_, day) => (days & (1 << day)) != 0).Select(Quoted))}]")),
    ];

    private static readonly ConcurrentDictionary<(long Id, int RadiusMeters), Area> Areas = new();

    private static string[] DayNames =>
        ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

    public static ReadOnlySpan<byte> Name(long id) => Written[id].Name;

    public static ReadOnlySpan<byte> IdAndName(long id) => Written[id].IdAndName;

    public static ReadOnlySpan<byte> Category(int id) => Categories[id];

    public static ReadOnlySpan<byte> Days(int days) => DayLists[days];

    /// <summary>The circle around an area; worked out once.</summary>
    public static Area Around(long id, int radiusMeters) => Areas.GetOrAdd((id, radiusMeters), static key => Area.Of(key));

    private static string Id(long id)
    {
        Span<byte> text = stackalloc byte[64];
        return Encoding.ASCII.GetString(text[..Ids.Write("Neighborhood:"u8, id, text)]);
    }

    private static string Quoted(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
