using System.Diagnostics;
using Jobs.Testing;

namespace Jobs.AttackBenchmark;

/// <summary>What one hostile request costs the service: medians of several.</summary>
internal sealed record AttackResult(string Name, int Bytes, RawResponse Answer, double Milliseconds, double Growth, double Peak)
{
    private const int Warmups = 2;
    private const int Runs = 5;
    private const double MillisecondsMax = 250;
    private const double GrowthMax = 20;

    public bool IsFine => Milliseconds < MillisecondsMax && Growth < GrowthMax && Answer.Status is >= 200 and < 500;

    public static async Task<AttackResult> MeasureAsync(RunningService service, Attack attack)
    {
        var (times, growths, peaks) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Warmups; i++) await RawResponse.SendAsync(service.Address, attack.Request);
        RawResponse answer = null!;
        for (var i = 0; i < Runs; i++)
        {
            await Task.Delay(10);
            var before = service.Memory().Now;
            service.ForgetPeak();
            var start = Stopwatch.GetTimestamp();
            answer = await RawResponse.SendAsync(service.Address, attack.Request);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            var after = service.Memory();
            growths.Add(after.Now - before);
            peaks.Add(after.Peak - before);
        }

        return new AttackResult(attack.Name, attack.Request.Length, answer, Median(times), Median(growths), Median(peaks));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}

/// <summary>A hostile request with a name.</summary>
internal sealed record Attack(string Name, byte[] Request);
