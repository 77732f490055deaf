namespace Jobs.Api.Triage;

/// <summary>Counts by minute or by hour, of which the last few are kept. Whoever owns it takes turns.</summary>
/// <param name="seconds">The length of a period.</param>
/// <param name="kept">How many periods are remembered.</param>
internal sealed class PeriodCounts(int seconds, int kept)
{
    public const int MinuteSeconds = 60, HourSeconds = 3600;

    private readonly int[] numbers = new int[kept];
    private readonly int[] counts = new int[kept];

    public int this[int number] => numbers[number % kept] == number ? counts[number % kept] : 0;

    public static int MinuteOf(DateTimeOffset at) => (int)(at.ToUnixTimeSeconds() / MinuteSeconds);

    public static int HourOf(DateTimeOffset at) => (int)(at.ToUnixTimeSeconds() / HourSeconds);

    public static DateTimeOffset StartOfMinute(int number) => DateTimeOffset.FromUnixTimeSeconds((long)number * MinuteSeconds);

    public static DateTimeOffset StartOfHour(int number) => DateTimeOffset.FromUnixTimeSeconds((long)number * HourSeconds);

    public void Add(int number, int count) => Set(number, this[number] + count);

    public void Set(int number, int count)
    {
        var place = number % kept;
        if (numbers[place] > number) return; // Longer ago than anything that is kept.
        numbers[place] = number;
        counts[place] = count;
    }

    /// <summary>
    /// How many there were in as many periods before now. Of the oldest period only that part counts which is within: its
    /// happenings are taken to be spread evenly.
    /// </summary>
    public long Within(int periods, DateTimeOffset now)
    {
        var time = now.ToUnixTimeMilliseconds() / 1000.0 / seconds;
        var present = (int)time;
        var sum = 0L;
        for (var number = present - periods + 1; number <= present; number++) sum += this[number];
        return sum + (long)Math.Round(this[present - periods] * (1 - (time - present)), MidpointRounding.AwayFromZero);
    }

    /// <summary>Everything from a period on.</summary>
    public long Since(int number, int present)
    {
        var sum = 0L;
        for (var period = Math.Max(number, present - kept + 1); period <= present; period++) sum += this[period];
        return sum;
    }
}
