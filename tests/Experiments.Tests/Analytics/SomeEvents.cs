using System.Text;
using System.Text.Json;

namespace Jobs.Experiments.Tests.Events;

/// <summary>Events to test with.</summary>
internal static class SomeEvents
{
    public static readonly AnalyticsPerson Person = new(Guid.Parse("0b3a4c6e-1111-4222-8333-944445555666"), "device-1");
    public static readonly DateTimeOffset At = new(2026, 3, 6, 0, 0, 0, 123, TimeSpan.Zero);

    /// <summary>An ordinary event that carries a number to know it by.</summary>
    public static AnalyticsEvent Numbered(int number, DateTimeOffset? at = null) =>
        EventCatalogue.JobPostSaved(Person, at ?? At, number, "cafe");

    public static AnalyticsEvent Exposure(int person, string variant = "control") => EventCatalogue.ExperimentStarted(
        new AnalyticsPerson(new Guid(person, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]), null), At, "read-soon", 2, variant, false);

    public static string LineOf(in AnalyticsEvent recorded)
    {
        Span<byte> line = new byte[Mailbox.LineBytesMax];
        return Encoding.UTF8.GetString(line[..EventJson.Write(recorded, line)]);
    }

    public static JsonElement JsonOf(in AnalyticsEvent recorded) => JsonElement.Parse(LineOf(recorded));

    public static int NumberOf(JsonElement record) => record.GetProperty("properties").GetProperty("job_post_id").GetInt32();
}
