using Jobs.Persistence;

namespace Jobs.Experiments.Tests.NoticeExperiments;

public sealed class NoticeExperimentRulesTests
{
    private static readonly NoticeExperimentContent Good = SomeExperiment.Content;

    [Fact] public void A_good_experiment_has_no_problems() => Assert.Empty(NoticeExperimentRules.Check("unread-lock", Good));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("Unread")]
    [InlineData("9-lives")]
    [InlineData("unread lock")]
    [InlineData("안내")]
    public void A_key_is_a_short_lower_case_word(string key) => Assert.Equal(["key"], Paths(NoticeExperimentRules.Check(key, Good)));

    [Fact] public void A_hypothesis_must_be_written_down() => ShouldBe("hypothesis", Good with { Hypothesis = "  " });

    [Theory]
    [InlineData("""[{"name": "Weather"}]""", "conditions.0.name: There is no filter \"Weather\".")]
    [InlineData("""[{"name": "Jobs.AccountAge", "parameters": {"Days": 3}}]""", "conditions.0.parameters")]
    [InlineData("""{"name": "Jobs.AccountAge"}""", "The definition cannot be read")]
    public void Conditions_are_filters_that_exist_with_parameters_that_they_understand(string conditions, string sentence)
    {
        var problems = NoticeExperimentRules.Check(Good with { Conditions = conditions });
        Assert.All(problems, problem => Assert.Equal("conditions", problem.Path));
        Assert.Contains(problems, problem => problem.English.StartsWith(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100.5)]
    [InlineData(double.NaN)]
    public void The_share_is_above_0_and_at_most_100(double percent) =>
        ShouldBe("trafficPercent", Good with { TrafficPercent = percent });

    [Fact]
    public void One_variant_alone_compares_nothing() =>
        ShouldBe("variants", Good with { Variants = [new("warning", 99, SomeExperiment.Shown("안내"))] }, "variants");

    [Fact]
    public void Weights_must_add_up_and_the_sentence_says_what_they_come_to()
    {
        var problems = NoticeExperimentRules.Check(Good with
        {
            Variants = [new("control", 50, null), new("warning", 49.5, SomeExperiment.Shown("안내"))],
        });

        Assert.Equal("The weights must add up to 100 %; they are 99.5 %.", Assert.Single(problems).English);
    }

    [Fact]
    public void Thirds_add_up() => Assert.Empty(NoticeExperimentRules.Check(Good with
    {
        Variants =
        [
            new("control", 100.0 / 3, null), new("a", 100.0 / 3, SomeExperiment.Shown("가")),
            new("b", 100.0 / 3, SomeExperiment.Shown("나")),
        ],
    }));

    [Fact]
    public void An_arm_of_nobody_is_refused() =>
        ShouldBe("variants.0.weight", Good with
        {
            Variants = [new("control", 0, null), new("warning", 100, SomeExperiment.Shown("안내"))],
        }, "variants.1.weight");

    [Fact]
    public void Two_arms_cannot_share_a_key() => ShouldBe("variants.1.key", Good with
    {
        Variants = [new("control", 50, null), new("control", 50, SomeExperiment.Shown("안내"))],
    });

    [Fact]
    public void Somebody_must_be_shown_something() =>
        ShouldBe("variants", Good with { Variants = [new("control", 50, null), new("other", 50, null)] });

    [Theory]
    [InlineData("http://jobs.example/inbox")]
    [InlineData("javascript:alert(1)")]
    [InlineData("inbox")]
    public void A_button_leads_to_https_or_into_the_app(string url) => ShouldBe("variants.1.content.action.url", Good with
    {
        Variants =
        [
            new("control", 50, null),
            new("warning", 50, SomeExperiment.Shown("안내") with { Action = new(new("열기", null), url) }),
        ],
    });

    [Fact]
    public void An_unknown_metric_is_refused_with_the_known_ones()
    {
        var problem = Assert.Single(NoticeExperimentRules.Check(Good with { PrimaryMetric = "revenue" }));

        Assert.Equal("primaryMetric", problem.Path);
        Assert.Contains("application_read_within_24h", problem.English, StringComparison.Ordinal);
    }

    [Fact]
    public void What_decides_cannot_guard() =>
        ShouldBe("guardrailMetrics.0", Good with { GuardrailMetrics = ["application_read_within_24h"] });

    [Fact]
    public void A_tester_gets_an_arm_that_exists() =>
        ShouldBe("testers.0", Good with { Testers = [new(7, "nothing")] });

    [Fact]
    public void An_area_must_exist() => ShouldBe("neighborhoodIds.1", Good with
    {
        NeighborhoodIds = [KnownNeighborhoods.Shipped.Find("1168064000")!.Id, 999_999_999],
    });

    [Fact]
    public void All_problems_come_at_once() => ShouldBe(
        "hypothesis", Good with { Hypothesis = "", TrafficPercent = 0, PrimaryMetric = "x" }, "trafficPercent", "primaryMetric");

    private static void ShouldBe(string path, NoticeExperimentContent content, params string[] others) =>
        Assert.Equal([path, .. others], Paths(NoticeExperimentRules.Check(content)));

    private static IEnumerable<string> Paths(IReadOnlyList<ContentProblem> problems) =>
        problems.Select(problem => problem.Path);
}
