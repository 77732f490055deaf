using System.Globalization;

namespace Jobs.Persistence.Import;

/// <summary>When a post appeared, as its list said it: "3분전", "2시간전", "10/20"; told from the moment the list was read.</summary>
internal static class PostedText
{
    private static readonly TimeSpan Seoul = TimeSpan.FromHours(9);

    /// <returns>The snapshot itself if the text says nothing.</returns>
    public static DateTimeOffset At(string posted, DateTimeOffset snapshotAt)
    {
        var text = PlainText.Of(posted).AsSpan();
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits is <= 0 or > 4) return snapshotAt;
        var number = int.Parse(text[..digits], CultureInfo.InvariantCulture);
        return text[digits..] switch
        {
            "분전" or "분 전" => snapshotAt.AddMinutes(-number),
            "시간전" or "시간 전" => snapshotAt.AddHours(-number),
            "일전" or "일 전" => snapshotAt.AddDays(-number),
            ['/', .. var day] when int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var dayOfMonth) =>
                LastTime(number, dayOfMonth, snapshotAt),
            _ => snapshotAt,
        };
    }

    /// <summary>
    /// The latest such day that is not after the snapshot, from its midnight in Seoul; 02/29 may be years back.
    /// </summary>
    private static DateTimeOffset LastTime(int month, int day, DateTimeOffset snapshotAt)
    {
        var today = snapshotAt.ToOffset(Seoul);
        for (var year = today.Year; year > Math.Max(today.Year - 8, 1); year--)
        {
            if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) continue;
            var midnight = new DateTimeOffset(year, month, day, 0, 0, 0, Seoul);
            if (midnight <= today) return midnight.ToUniversalTime();
        }
        return snapshotAt;
    }
}
