using System.Security.Cryptography;
using System.Text;
using Jobs.Persistence;
using Jobs.Persistence.Embedded;

namespace Jobs.Experiments.Tests.Events;

public sealed class EventCatalogueTests
{
    private static readonly string[] Always = ["time", "distinct_id", "$user_id", "$device_id", "$insert_id", "ip"];

    public static TheoryData<string> Names => [.. EventCatalogue.All.Select(definition => definition.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_carries_what_its_definition_allows_and_nothing_else(string name)
    {
        var recorded = Samples.Single(sample => sample.Definition.Name == name);
        var properties = SomeEvents.JsonOf(recorded).GetProperty("properties").EnumerateObject()
            .Select(property => property.Name);
        Assert.Equal(Always.Concat(recorded.Definition.Properties.Select(property => property.Name)), properties);
    }

    [Fact]
    public void An_exposure_s_id_is_the_same_wherever_it_is_reported()
    {
        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            "read-soon|2|0b3a4c6e-1111-4222-8333-944445555666|notice")))[..36];
        var exposure = EventCatalogue.ExperimentStarted(
            SomeEvents.Person, SomeEvents.At, "read-soon", 2, "notice", isQaTester: true);
        var properties = SomeEvents.JsonOf(exposure).GetProperty("properties");
        Assert.Equal(expected, properties.GetProperty("$insert_id").GetString());
        Assert.Equal("read-soon", properties.GetProperty("Experiment name").GetString());
        Assert.Equal("notice", properties.GetProperty("Variant name").GetString());
        Assert.True(properties.GetProperty("$is_qa_tester").GetBoolean());
        Assert.Equal(SomeEvents.At.ToUnixTimeMilliseconds(), properties.GetProperty("time").GetInt64());
    }

    [Fact]
    public void Other_events_never_share_an_id()
    {
        var ids = Enumerable.Range(0, 10_000).Select(number => SomeEvents.Numbered(number).InsertId.ToString()).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{36}$", id));
    }

    [Fact]
    public void Text_is_cut_and_escaped_and_a_device_that_is_none_is_nobody()
    {
        var person = new AnalyticsPerson(SomeEvents.Person.AnalyticsId, "\",\"name\":\"x");
        var text = new string('a', 240) + "가\"\\\n" + new string('b', 200);
        var recorded = EventCatalogue.JobPostSaved(person, SomeEvents.At, 1, text);
        var properties = SomeEvents.JsonOf(recorded).GetProperty("properties");
        Assert.False(properties.TryGetProperty("$device_id", out _));
        Assert.Equal(text[..255], properties.GetProperty("category").GetString());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("Undefined")]
    [InlineData("0")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public void What_clients_send_that_know_no_device_is_none(string text)
    {
        Assert.False(AnalyticsPerson.IsDeviceId(text));
        Assert.True(AnalyticsPerson.IsDeviceId($"{text}-1"));
    }

    [Fact]
    public void What_the_board_records_keeps_the_rules_of_strict_imports()
    {
        foreach (var sample in Samples)
            Assert.Null(ImportRules.Problem(SomeEvents.JsonOf(sample), SomeEvents.At));
    }

    private static AnalyticsEvent[] Samples
    {
        get
        {
            var (person, at) = (SomeEvents.Person, SomeEvents.At);
            return
            [
                EventCatalogue.FeedViewed(person, at, JobPostSort.Distance, true, 20, true, false),
                EventCatalogue.JobPostViewed(person, at, 1, "cafe", WageType.PerTask),
                EventCatalogue.JobPostSaved(person, at, 1, "cafe"),
                EventCatalogue.JobPostPublished(person, at, 1, "cafe", WageType.Hourly),
                EventCatalogue.JobPostClosed(person, at, 1, JobPostStatus.Filled, 48),
                EventCatalogue.ApplicationSubmitted(person, at, 1, 2, "cafe", true),
                EventCatalogue.ApplicationRead(person, at, EventSide.Employer, 1, 2, 90),
                EventCatalogue.ApplicationAccepted(person, at, EventSide.Applicant, 1, 2, 90),
                EventCatalogue.ApplicationRejected(person, at, EventSide.Applicant, 1, 2, 90),
                EventCatalogue.ApplicationWithdrawn(person, at, 1, 2, true, 90),
                EventCatalogue.ExperimentStarted(person, at, "read-soon", 2, "notice", false),
                EventCatalogue.NoticeAssigned(person, at, "read-soon", 2, "notice", false),
                EventCatalogue.NoticeClicked(person, at, "read-soon", 2, "notice", false),
                EventCatalogue.NoticeDismissed(person, at, "read-soon", 2, "notice", false),
            ];
        }
    }

    [Fact]
    public void The_page_for_people_lists_every_event_and_property()
    {
        var root = DataFolder.ProjectRoot(AppContext.BaseDirectory)!;
        var page = File.ReadAllText(Path.Combine(root, "docs", "analytics.md"));
        foreach (var definition in EventCatalogue.All)
        {
            var start = $"| `{definition.Name}` |";
            var row = Assert.Single(page.Split('\n'), line => line.StartsWith(start, StringComparison.Ordinal));
            Assert.All(definition.Properties, property => Assert.Contains($"`{property.Name}`", row, StringComparison.Ordinal));
        }
    }
}
