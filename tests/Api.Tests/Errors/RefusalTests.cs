using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Jobs.Api.Triage;
using Jobs.Schema;

namespace Jobs.Api.Tests.Errors;

public sealed class RefusalTests(ReportingApi api) : IClassFixture<ReportingApi>
{
    [Fact]
    public async Task What_people_may_not_do_is_counted_by_its_code_and_is_no_event()
    {
        var counted = new ConcurrentQueue<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == TriageMetrics.MeterName) listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, _, tags, _) => counted.Enqueue($"{instrument.Name} {tags[0].Value}"));
        listener.Start();

        // Nobody asks for the errors of the first, and it counts all the same.
        var events = await api.EventsOfAsync(() => api.As(viewer: 7).SendAsync("""
            mutation ($id: ID!) {
              saveJobPost(input: { jobPostId: $id }) { jobPost { id } }
              markApplicationsRead(input: { applicationIds: [] }) { errors { __typename } }
            }
            """, new { id = GlobalId.Of(NodeType.JobPost, 999_999) }));

        Assert.Empty(events);
        Assert.Contains("jobs.triage.expected NOT_FOUND", counted);
        Assert.Contains("jobs.triage.expected VALIDATION", counted);
    }
}
