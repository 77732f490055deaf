using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Jobs.Experiments;

/// <summary>
/// The events that the development collector took: a file of lines for each UTC day, like Mixpanel with every repetition, and
/// the last ones at hand for the console.
/// </summary>
public sealed class CollectedEvents(IOptions<MixpanelOptions> options) : IDisposable
{
    private const int LatestMax = 1000;
    private readonly SemaphoreSlim turn = new(1);
    private readonly LinkedList<ExportedEvent> latest = new();
    private readonly string folder = Path.Combine(options.Value.Folder(), "collected");
    private bool isRead;

    /// <summary>The last events to arrive, the very last first.</summary>
    public IReadOnlyList<ExportedEvent> Latest(int count)
    {
        turn.Wait();
        try
        {
            ReadLatest();
            return [.. latest.Take(count)];
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Keeps events that keep the rules.</summary>
    internal async Task AddAsync(IReadOnlyList<JsonElement> records, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            ReadLatest();
            Directory.CreateDirectory(folder);
            foreach (var day in records.GroupBy(record => DayOf(ImportRules.TimeMs(record.GetProperty("properties"))!.Value)))
                await File.AppendAllTextAsync(PathOf(day.Key), Lines(day), CancellationToken.None);
            foreach (var record in records) Remember(ExportedEvent.Read(Encoding.UTF8.GetBytes(record.GetRawText())));
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Keeps what is said of people.</summary>
    internal async Task AddProfilesAsync(IReadOnlyList<JsonElement> updates, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            Directory.CreateDirectory(folder);
            await File.AppendAllTextAsync(Path.Combine(folder, "profiles.ndjson"), Lines(updates), CancellationToken.None);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The lines of days, as they came.</summary>
    internal async IAsyncEnumerable<string> ExportAsync(
        DateOnly from, DateOnly to, IReadOnlyCollection<string> eventNames,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (!File.Exists(PathOf(day))) continue;
            using var reader = new StreamReader(new FileStream(PathOf(day), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                // A line that is being written, or that a kill cut off, is no event yet.
                if (ExportedEvent.Read(Encoding.UTF8.GetBytes(line)) is not { } collected) continue;
                if (eventNames.Count == 0 || eventNames.Contains(collected.Name)) yield return line;
            }
        }
    }

    private static DateOnly DayOf(long timeMs) =>
        DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(timeMs).UtcDateTime);

    // One line each, whatever spaces they came with.
    private static string Lines(IEnumerable<JsonElement> records) =>
        string.Concat(records.Select(record => JsonSerializer.Serialize(record) + "\n"));

    private string PathOf(DateOnly day) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"events-{day:yyyy-MM-dd}.ndjson"));

    private void Remember(ExportedEvent? collected)
    {
        if (collected is null) return;
        latest.AddFirst(collected);
        if (latest.Count > LatestMax) latest.RemoveLast();
    }

    // What an earlier run collected on its last day.
    private void ReadLatest()
    {
        if (isRead) return;
        isRead = true;
        if (!Directory.Exists(folder)) return;
        if (Directory.GetFiles(folder, "events-*.ndjson").Order().LastOrDefault() is not { } path) return;
        foreach (var line in File.ReadLines(path)) Remember(ExportedEvent.Read(Encoding.UTF8.GetBytes(line)));
    }
}
