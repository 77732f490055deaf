using System.Text.Json;

namespace Jobs.Faults;

/// <summary>Compares what was recorded with what arrived and what was refused.</summary>
internal static class Judge
{
    private const int InsertIdLength = 36;

    public static int Run(string folder, int kills)
    {
        // The line that a kill cut off was not written; its event may or may not have been recorded.
        var recorded = Directory.GetFiles(folder, "ledger-*").SelectMany(File.ReadLines)
            .Where(line => line.Length == InsertIdLength).ToHashSet();
        var taken = File.ReadLines(Path.Combine(folder, "taken")).ToList();
        // Mixpanel tells repetitions by all four values; an id with two of them would be counted twice.
        var counted = taken.Distinct().Select(line => line[..InsertIdLength]).ToList();
        var delivered = counted.ToHashSet();
        var dead = Directory.GetFiles(folder, "dead-letters.ndjson*", SearchOption.AllDirectories).SelectMany(File.ReadLines)
            .Select(line => JsonElement.Parse(line).GetProperty("record").GetProperty("properties"))
            .Select(properties => properties.GetProperty("$insert_id").GetString()!)
            .ToHashSet();
        var lost = recorded.Count(id => !delivered.Contains(id) && !dead.Contains(id));
        var twice = counted.Count - delivered.Count;
        var both = delivered.Intersect(dead).Count();
        var unsaid = delivered.Union(dead).Except(recorded).Count();
        Console.WriteLine($"{taken.Count} arrivals, {taken.Count - counted.Count} of them repetitions; "
            + $"{both} refused at one time and taken at another; "
            + $"{unsaid} recorded in the instant of a kill, before the ledger knew.");
        Console.WriteLine($"{kills} kills: {recorded.Count} recorded, {delivered.Intersect(recorded).Count()} delivered, "
            + $"{dead.Intersect(recorded).Except(delivered).Count()} dead-lettered, {lost} lost, {twice} counted twice.");
        return lost == 0 && twice == 0 && recorded.Count > 0 ? 0 : 1;
    }
}
