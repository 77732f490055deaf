using System.Diagnostics;
using Xunit;

namespace Jobs.Testing;

/// <summary>Waits for what other threads do.</summary>
public static class Wait
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    public static Task UntilAsync(Func<bool> condition) => UntilAsync(condition, static () => { });

    /// <summary>While the clock goes on in steps.</summary>
    public static Task UntilAsync(Func<bool> condition, FakeTimeProvider time, TimeSpan step, Func<string>? told = null) =>
        UntilAsync(condition, () => time.Advance(step), told);

    /// <summary>The result of what ends because the clock goes on.</summary>
    public static async Task<T> ForAsync<T>(Task<T> task, FakeTimeProvider time, TimeSpan step)
    {
        await UntilAsync(() => task.IsCompleted, time, step);
        return await task;
    }

    /// <summary>While something is done again and again.</summary>
    public static async Task UntilAsync(Func<bool> condition, Action meanwhile, Func<string>? told = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Deadline, $"It did not happen in time. {told?.Invoke()}");
            meanwhile();
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
