using Jobs.Persistence;
using Npgsql;

namespace Jobs.Baseline;

/// <summary>The post that somebody applies to, and everything about the two of them that decides.</summary>
internal readonly record struct AppliedPost(
    bool IsOpen, long EmployerId, int MinimumAge, GeoPoint Point, bool IsOwn, bool IsBlocked, bool IsApplied, bool IsTooOften,
    long? HomeId, string Experiences, long[] QuestionIds, string[] QuestionTexts, bool[] AreRequired)
{
    public static AppliedPost Read(NpgsqlDataReader row, DateTime now) => new(
        row.GetString(0) == "OPEN" && (row.IsDBNull(1) || row.GetDateTime(1) > now), row.GetInt64(2), row.GetInt32(3),
        new GeoPoint(row.GetDouble(4), row.GetDouble(5)), row.GetBoolean(6), row.GetBoolean(7), row.GetBoolean(8),
        row.GetBoolean(9), row.IsDBNull(10) ? null : row.GetInt64(10), row.GetString(11),
        row.IsDBNull(12) ? [] : row.GetFieldValue<long[]>(12), row.IsDBNull(13) ? [] : row.GetFieldValue<string[]>(13),
        row.IsDBNull(14) ? [] : row.GetFieldValue<bool[]>(14));

    /// <summary>In the order in which the service refuses.</summary>
    public Refusal? Refusal =>
        !IsOpen ? Baseline.Refusal.NotOpen
        : IsOwn ? Baseline.Refusal.OwnPost
        : IsBlocked ? Baseline.Refusal.Blocked
        : IsApplied ? Baseline.Refusal.Applied
        : IsTooOften ? Baseline.Refusal.TooOften : null;

    public int? MetersFrom(long? homeId) => homeId is { } id && KnownNeighborhoods.Shipped.Find(id) is { } area
        ? (int)Math.Round(area.Center.DistanceTo(Point)) : null;

    /// <summary>The answered questions in the post's order; null where an answer is missing or does not fit.</summary>
    public (string[] Questions, string[] Answers)? Fit(List<(long QuestionId, string Text)>? given)
    {
        if (QuestionIds.Length == 0 && given is null) return ([], []);
        var (texts, isRight) = (new string?[QuestionIds.Length], true);
        foreach (var (id, text) in given ?? [])
        {
            var at = Array.IndexOf(QuestionIds, id);
            if (at < 0 || texts[at] is not null || !GivenText.IsRight(text, GivenText.AnswerLengthMax)) return null;
            texts[at] = text.Trim();
        }
        var (questions, answers) = (new List<string>(), new List<string>());
        for (var at = 0; at < texts.Length; at++)
        {
            isRight &= texts[at] is not null || !AreRequired[at];
            if (texts[at] is not { } answer) continue;
            questions.Add(QuestionTexts[at]);
            answers.Add(answer);
        }
        return isRight ? ([.. questions], [.. answers]) : null;
    }
}
