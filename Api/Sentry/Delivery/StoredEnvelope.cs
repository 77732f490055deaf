using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Jobs.Api.Sentry;

/// <summary>A file with an envelope; its name says what is to be known without reading it.</summary>
internal sealed record StoredEnvelope(string Path, DataCategory Category, DateTimeOffset At, long Bytes)
    : IComparable<StoredEnvelope>
{
    public const string Pattern = "*.envelope";
    private const string Extension = ".envelope";

    public static string NameFor(Envelope envelope) => string.Create(
        CultureInfo.InvariantCulture,
        $"{ProtocolName.Of(envelope.Category)}-{envelope.At.ToUnixTimeMilliseconds():d13}-{Guid.NewGuid():n}{Extension}");

    public static bool TryFind(string path, [NotNullWhen(true)] out StoredEnvelope? stored)
    {
        stored = null;
        if (System.IO.Path.GetFileName(path).Split('-') is not [var word, var ms, _]
            || !ProtocolName.TryFind(word, out DataCategory category)
            || !long.TryParse(ms, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            || at > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
            return false;
        stored = new StoredEnvelope(path, category, DateTimeOffset.FromUnixTimeMilliseconds(at), new FileInfo(path).Length);
        return true;
    }

    /// <summary>Errors first, the oldest of them first.</summary>
    public int CompareTo(StoredEnvelope? other) => other is null ? 1
        : (Category, At, Path).CompareTo((other.Category, other.At, other.Path));
}
