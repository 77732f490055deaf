using System.Collections.Frozen;

namespace Jobs.Experiments;

/// <summary>Every metric that can decide about an experiment or guard one; the events are those of the catalogue.</summary>
public static class KnownMetrics
{
    private const double MinutesPerDay = 24 * 60;

    public static IReadOnlyList<Metric> All { get; } =
    [
        Read("application_read_within_24h", "24시간 안에 지원서를 열어 봄", "Opened an application within 24 hours", MinutesPerDay),
        Read("application_read_within_72h", "72시간 안에 지원서를 열어 봄", "Opened an application within 72 hours", 3 * MinutesPerDay),
        Better("application_read", "지원서를 열어 봄", "Opened an application"),
        Better("application_accepted", "지원자를 채용함", "Accepted an applicant"),
        Better("application_submitted", "지원함", "Applied to a post"),
        Better("job_post_published", "공고를 올림", "Published a post"),
        Better("job_post_saved", "공고를 저장함", "Saved a post"),
        Better("job_post_viewed", "공고를 열어 봄", "Opened a post"),
        Better("notice_clicked", "안내의 버튼을 누름", "Tapped the notice's button"),
        Worse("application_rejected", "지원자를 거절함", "Rejected an applicant"),
        Worse("application_withdrawn", "지원을 취소함", "Withdrew an application"),
        Worse("job_post_closed", "공고를 닫음", "Closed a post"),
        Worse("notice_dismissed", "안내를 닫음", "Dismissed the notice"),
    ];

    private static readonly FrozenDictionary<string, Metric> ByKey = All.ToFrozenDictionary(metric => metric.Key);

    public static Metric? Find(string key) => ByKey.GetValueOrDefault(key);

    private static Metric Read(string key, string korean, string english, double minutes) => new(
        key, korean, english, "application_read", MetricDirection.HigherIsBetter, "minutes_to_read", minutes);

    private static Metric Better(string key, string korean, string english) =>
        new(key, korean, english, key, MetricDirection.HigherIsBetter);

    private static Metric Worse(string key, string korean, string english) =>
        new(key, korean, english, key, MetricDirection.LowerIsBetter);
}
