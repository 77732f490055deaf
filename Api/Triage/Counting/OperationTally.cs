using System.Collections.Concurrent;
using Jobs.Persistence;

namespace Jobs.Api.Triage;

/// <summary>Requests by operation. Names are the clients' inventions, so only so many are told apart in a day.</summary>
internal sealed class OperationTally(int max)
{
    public const string Other = "other";
    public const string Unnamed = "-";
    private const int NameCharactersMax = 64;
    private const int DayMinutes = 24 * 60;

    private readonly Lock gate = new();
    private readonly OperationCounts other = new(Other);
    private readonly OperationCounts unnamed = new(Unnamed);
    private readonly ConcurrentDictionary<string, OperationCounts> named = new();
    private int admitted;
    private int sweptAt;

    public OperationCounts Of(string? name, int minute)
    {
        if (name is null) return unnamed;
        if (named.TryGetValue(name, out var counts)) return counts;
        return name.Length > NameCharactersMax ? other : Admit(name, minute);
    }

    /// <summary>By the name it is told by; null: nobody asked for it lately.</summary>
    public OperationCounts? Find(string? told) => told switch
    {
        null => null,
        Other => other,
        Unnamed => unnamed,
        _ => named.GetValueOrDefault(told),
    };

    public IReadOnlyList<OperationMinute> Take(int present)
    {
        var rows = new List<OperationMinute>();
        foreach (var counts in named.Values.Append(other).Append(unnamed)) counts.Take(rows, present);
        return rows;
    }

    public void PutBack(IEnumerable<OperationMinute> rows)
    {
        foreach (var row in rows) Find(row.Operation)?.PutBack(row);
    }

    public void Learn(IEnumerable<OperationMinute> rows, int present)
    {
        foreach (var row in rows)
        {
            var counts = Find(row.Operation) ?? Of(row.Operation, present);
            if (counts.Name == row.Operation) counts.Learn(row); // Another instance may have had room for one more name.
        }
    }

    // Under one lock, so that the limit holds whoever comes at the same time. A number in a name could be somebody's.
    private OperationCounts Admit(string name, int minute)
    {
        lock (gate)
        {
            if (named.TryGetValue(name, out var counts)) return counts;
            if (admitted >= max) Sweep(minute);
            if (admitted >= max || name == Other || MaskedText.Name(name) != name) return other;
            admitted++;
            return named[name] = new OperationCounts(name);
        }
    }

    // At most once a minute: a flood of new names must not make every one of them expensive.
    private void Sweep(int minute)
    {
        if (sweptAt == minute) return;
        sweptAt = minute;
        foreach (var (name, counts) in named)
            if (counts.LastMinute < minute - DayMinutes && named.TryRemove(name, out _)) admitted--;
    }
}
