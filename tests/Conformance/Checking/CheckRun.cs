using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Jobs.Conformance.Checking;

/// <summary>Asks all cases of a folder and tells how many reach each level.</summary>
internal static class CheckRun
{
    private const double LocationsWanted = 99.5;
    private const double MessagesWanted = 98;

    /// <summary>Ends what hangs, and nothing that a slow machine still answers.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(2);

    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 1024 };

    /// <returns>The exit code: 0 if every verdict is right and nearly all locations and messages are.</returns>
    public static int Of(string folder)
    {
        var clock = Stopwatch.StartNew();
        var levels = new List<(string Kind, Level Level)>();
        foreach (var asked in ConformanceCase.ReadAll(folder))
        {
            var level = Ask(asked);
            levels.Add((asked.Kind, level));
            if (level != Level.Messages) Console.WriteLine($"{asked.Id}: {(level == Level.None ? "wrong" : $"only {level}")}");
        }

        foreach (var kind in levels.GroupBy(item => item.Kind))
            Console.WriteLine($"{kind.Key,-12} {Totals([.. kind.Select(item => item.Level)])}");
        List<Level> judged = [.. levels.Where(item => item.Kind != "robust").Select(item => item.Level)];
        List<Level> robust = [.. levels.Where(item => item.Kind == "robust").Select(item => item.Level)];
        var answered = robust.Count(level => level != Level.None);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"SUMMARY {Totals(judged)} robust={answered}/{robust.Count} seconds={clock.Elapsed.TotalSeconds:0.0}"));
        var isMet = Share(judged, Level.Verdict) == 100 && Share(judged, Level.Locations) >= LocationsWanted
            && Share(judged, Level.Messages) >= MessagesWanted && answered == robust.Count;
        return isMet ? 0 : 1;
    }

    /// <summary>On a thread of its own, which is left behind if it does not come to an end.</summary>
    private static Level Ask(ConformanceCase asked)
    {
        JsonObject? answer = null;
        var thread = new Thread(() => answer = Adapter.Answer(asked.Request), maxStackSize: 64 << 20) { IsBackground = true };
        thread.Start();
        if (!thread.Join(TimeLimit)) return Level.None;
        var asSent = JsonNode.Parse(answer!.ToJsonString(Deep), documentOptions: ConformanceCase.Deep)!.AsObject();
        return Judge.Compare(asked, asSent);
    }

    private static string Totals(List<Level> levels) => string.Create(
        CultureInfo.InvariantCulture,
        $"cases={levels.Count} {Total(levels, Level.Verdict)} {Total(levels, Level.Locations)} {Total(levels, Level.Messages)}");

    private static string Total(List<Level> levels, Level wanted) => string.Create(
        CultureInfo.InvariantCulture,
        $"{wanted.ToString().ToLowerInvariant()}={levels.Count(level => level >= wanted)} ({Share(levels, wanted):0.00}%)");

    private static double Share(List<Level> levels, Level wanted) =>
        levels.Count == 0 ? 0 : 100.0 * levels.Count(level => level >= wanted) / levels.Count;
}
