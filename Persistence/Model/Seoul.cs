namespace Jobs.Persistence;

/// <summary>Wall-clock time of the board: Asia/Seoul, nine hours ahead of UTC all year since 1988.</summary>
public static class Seoul
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateOnly Today(TimeProvider time) => DayOf(time.GetUtcNow());

    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);
}
