using System.Globalization;
using System.Runtime.InteropServices;
using Jobs.Testing;

namespace Jobs.Faults;

/// <summary>A Mixpanel that fails in every way it knows, at random, and remembers what it took.</summary>
internal static class Receiver
{
    private const int Seed = 20260306;

    private static readonly MixpanelFault[] Faults =
    [
        MixpanelFault.TooMany, MixpanelFault.Unavailable, MixpanelFault.Hang, MixpanelFault.Reset, MixpanelFault.TakenThenDropped,
        MixpanelFault.HalfAnswer, MixpanelFault.PartlyRefused,
    ];

    /// <param name="port">On 127.0.0.1.</param>
    /// <param name="folder">Where the files of the run are.</param>
    /// <param name="percent">How many of a hundred requests go wrong.</param>
    public static async Task<int> RunAsync(int port, string folder, int percent)
    {
        var random = new Random(Seed);
        var told = new SortedDictionary<MixpanelFault, int>();
        await using var taken = new StreamWriter(Path.Combine(folder, "taken")) { AutoFlush = true };
        await using var receiver = await MixpanelReceiver.StartAsync(port);
        receiver.KeepsEvents = false;
        receiver.Fault = _ =>
        {
            lock (random)
            {
                var fault = random.Next(100) < percent ? Faults[random.Next(Faults.Length)] : MixpanelFault.None;
                told[fault] = told.GetValueOrDefault(fault) + 1;
                return fault;
            }
        };

        receiver.IsRefused = received => received.Time % 8 == 7;
        receiver.OnTaken = received =>
        {
            lock (taken)
                taken.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{received.InsertId} {received.Name} {received.DistinctId} {received.Time}"));
        };
        var stop = new TaskCompletionSource();
        using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            stop.TrySetResult();
        });
        await stop.Task;
        lock (random)
            Console.WriteLine($"Requests: {string.Join(", ", told.Select(pair => $"{pair.Key} {pair.Value}"))}.");
        return 0;
    }
}
