using System.Diagnostics;
using System.Globalization;
using Jobs.Experiments;

namespace Jobs.FlagsBenchmark;

/// <summary>How long it takes from a change in the console until an instance serves it: one writes, two others listen.</summary>
internal static class Toggles
{
    private const string Key = "off";

    public static async Task MeasureAsync(int count)
    {
        await using var board = await Board.OpenAsync();
        await using var console = board.NewInstance();
        await using var first = await board.NewInstance().StartAsync();
        await using var second = await board.NewInstance().StartAsync();
        while (!first.Get<ServedSnapshots>().Health.IsListening || !second.Get<ServedSnapshots>().Health.IsListening)
            await Task.Delay(10);

        var (written, served) = (new List<double>(), new List<double>());
        for (var toggle = 0; toggle < count; toggle++)
        {
            var isEnabled = toggle % 2 == 0;
            var watching = Task.WhenAll(UntilAsync(first, isEnabled), UntilAsync(second, isEnabled));
            var began = Stopwatch.GetTimestamp();
            var result = await console.Get<FeatureFlagChanges>().SwitchAsync(
                Key, version: null, isEnabled, new FlagChangeNote(null), CancellationToken.None);
            if (result.Flag is null) throw new InvalidOperationException(result.Problems[0].English);
            written.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            foreach (var seen in await watching) served.Add(Stopwatch.GetElapsedTime(began, seen).TotalMilliseconds);
        }
        Console.WriteLine($"{count} toggles, two instances                p50      p99      max, ms");
        Print("written, as the console sees it", written);
        Print("served by an instance, since the click", served);
    }

    private static async Task<long> UntilAsync(Instance instance, bool isEnabled)
    {
        await foreach (var snapshot in instance.Get<ServedSnapshots>().ChangesAsync(CancellationToken.None))
            if (snapshot.Flags[Key].Definition.Enabled == isEnabled) return Stopwatch.GetTimestamp();
        throw new InvalidOperationException("The snapshots ended.");
    }

    private static void Print(string what, List<double> milliseconds)
    {
        milliseconds.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-40} {At(0.5),8:0.0} {At(0.99),8:0.0} {milliseconds[^1],8:0.0}"));

        double At(double share) => milliseconds[(int)Math.Ceiling(share * milliseconds.Count) - 1];
    }
}
