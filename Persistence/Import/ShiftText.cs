namespace Jobs.Persistence.Import;

/// <summary>Hours as written: "22:00~06:00", "16:00~24:00", "시간협의", "08:00~19:00(로테이션)", or nothing.</summary>
/// <param name="Shift">Null when the hours are negotiable or not told.</param>
/// <param name="Remark">What the source adds in brackets.</param>
internal readonly record struct ShiftText(Shift? Shift, string? Remark)
{
    private const int SpanChars = 11; // "09:00~18:00"
    private const int DayMinutes = 24 * 60;
    private const int NightHoursEnd = 30; // "17:00~24:30" is how the night shift's half hour after midnight is written.

    public static RejectReason? TryRead(string time, out ShiftText shift)
    {
        shift = default;
        var text = PlainText.Of(time).AsSpan();
        if (text.IsEmpty || text.StartsWith("시간협의") || text.IndexOfAnyExcept(" :~") < 0) return null;
        if (text.Length < SpanChars || text[5] != '~') return RejectReason.TimeUnreadable;
        if (Minute(text[..5]) is not { } start || Minute(text[6..SpanChars]) is not { } end) return RejectReason.TimeUnreadable;
        var remark = text[SpanChars..].Trim();
        if (!remark.IsEmpty && !(remark[0] == '(' && remark[^1] == ')')) return RejectReason.TimeUnreadable;
        shift = new ShiftText(Between(start, end), remark.Length > 2 ? remark[1..^1].Trim().ToString() : null);
        return null;
    }

    /// <summary>
    /// A start at 24:00 is 00:00, an end at 00:00 is 24:00. The same time twice says nothing, so the hours stay open.
    /// </summary>
    private static Shift? Between(int start, int end)
    {
        var isWholeDay = start == 0 && end == DayMinutes;
        if (start % DayMinutes == end % DayMinutes && !isWholeDay) return null;
        return new Shift(start % DayMinutes, end % DayMinutes == 0 ? DayMinutes : end % DayMinutes);
    }

    private static int? Minute(ReadOnlySpan<char> clock)
    {
        if (clock[2] != ':' || clock.IndexOfAnyExceptInRange('0', ':') >= 0) return null;
        if (clock[..2].Contains(':') || clock[3..].Contains(':')) return null;
        var hour = (clock[0] - '0') * 10 + clock[1] - '0';
        var minute = (clock[3] - '0') * 10 + clock[4] - '0';
        return minute < 60 && hour < NightHoursEnd ? hour * 60 + minute : null;
    }
}
