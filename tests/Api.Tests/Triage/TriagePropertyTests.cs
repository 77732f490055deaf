using Jobs.Api.Triage;
using Jobs.Persistence;

namespace Jobs.Api.Tests.Triage;

/// <summary>What holds for whatever facts: more damage never lowers a verdict.</summary>
public sealed class TriagePropertyTests(ITestOutputHelper output)
{
    private const int Facts = 20_000;
    private static readonly TriageOptions Options = new();

    // Baselines, requests and the rate of the other variants are what damage is measured by, and no damage themselves.
    private static readonly (string Name, Func<TriageFacts, Random, TriageFacts> Of)[] Damages =
    [
        ("more events in five minutes", (facts, random) => facts with { Count5m = facts.Count5m + random.Next(1, 100) }),
        ("more events in an hour", (facts, random) => facts with { Count60m = facts.Count60m + random.Next(1, 100) }),
        ("more events in a week", (facts, random) => facts with { Count7d = facts.Count7d + random.Next(1, 200) }),
        ("more people in an hour", (facts, random) => facts with { Users60m = facts.Users60m + random.Next(1, 40) }),
        ("more people in a week", (facts, random) => facts with { Users7d = facts.Users7d + random.Next(1, 40) }),
        ("a larger share of requests", (facts, random) => facts with
        {
            FailureShare = Math.Min(1, (facts.FailureShare ?? Math.Min(1, (double)facts.Count5m / Math.Max(1, facts.Requests5m)))
                + random.NextDouble() / 5),
        }),
        ("further requests, all of which fail", MoreFailingRequests),
        ("data lost", (facts, _) => facts with { DataLost = true }),
        ("on a core path", (facts, _) => facts with { Core = true }),
        ("the request failed", (facts, _) => facts with { RequestFailed = true }),
        ("more people of the variant", MoreOfTheVariant),
        ("everything at once", (facts, random) => MoreOfTheVariant(MoreFailingRequests(facts, random), random) with
        {
            DataLost = true, Core = true, RequestFailed = true, Users60m = facts.Users60m + 1, Users7d = facts.Users7d + 1,
        }),
    ];

    [Fact]
    public void More_damage_never_lowers_a_verdict()
    {
        var random = new Random(20260306);
        var rises = new Dictionary<string, int>();
        var levels = new Dictionary<TriageLevel, int>();
        for (var round = 0; round < Facts; round++)
        {
            var facts = SomeFacts(random);
            var before = TriageRules.Decide(facts, Options);
            levels[before.Level] = levels.GetValueOrDefault(before.Level) + 1;
            foreach (var (name, more) in Damages)
            {
                var worse = more(facts, random);
                var after = TriageRules.Decide(worse, Options);
                Assert.True(after.Level >= before.Level, $"{name}: {before.Level} became {after.Level}.\n{facts}\n{worse}");
                Assert.True(after.Pages || !before.Pages, $"{name}: nobody is woken up any more.\n{facts}\n{worse}");
                if (after.Level > before.Level) rises[name] = rises.GetValueOrDefault(name) + 1;
            }
        }
        foreach (var (name, count) in rises) output.WriteLine($"{name}: raised {count} of {Facts} verdicts");
        // So that the test can fail: every kind of damage raises verdicts, and every level is among those that were tried.
        Assert.Equal(Damages.Select(damage => damage.Name).Order(), rises.Keys.Order());
        Assert.All(Enum.GetValues<TriageLevel>(), level => Assert.True(levels[level] > Facts / 50, $"{level}: {levels[level]}"));
    }

    [Fact]
    public void The_same_facts_have_the_same_verdict_and_every_verdict_has_a_reason()
    {
        var random = new Random(20260307);
        for (var round = 0; round < Facts; round++)
        {
            var facts = SomeFacts(random);
            var verdict = TriageRules.Decide(facts, Options);
            Assert.Equal(verdict, TriageRules.Decide(facts with { }, Options));
            Assert.NotEqual("", verdict.Reason);
            Assert.Equal(verdict.Level == TriageLevel.None || facts.Cancelled, verdict.Action == TriageAction.None);
            Assert.True(!verdict.Pages || verdict.Level == TriageLevel.ActNow);
        }
    }

    [Fact]
    public void A_variant_stands_out_less_when_the_others_begin_to_fail_and_that_is_the_one_exception()
    {
        // The others' rate is a yardstick. ErrorTriage keeps the verdict for a quiet hour all the same: HeldVerdictTests.
        var alone = new TriageFacts { Count60m = 5, Users60m = 5, Variant = new() { Failures = 5, Rate = 0.05, OtherRate = 0 } };
        var all = alone with { Count60m = 7, Users60m = 7, Variant = alone.Variant with { OtherRate = 0.02 } };
        Assert.Equal(TriageLevel.Soon, TriageRules.Decide(alone, Options).Level);
        Assert.Equal(TriageLevel.Monitor, TriageRules.Decide(all, Options).Level);
    }

    private static TriageFacts MoreFailingRequests(TriageFacts facts, Random random)
    {
        var more = random.Next(1, 60);
        return facts with
        {
            Count5m = facts.Count5m + more,
            Count60m = facts.Count60m + more,
            Count7d = facts.Count7d + more,
            Requests5m = facts.Requests5m + more,
            FailureShare = null,
        };
    }

    private static TriageFacts MoreOfTheVariant(TriageFacts facts, Random random) => facts with
    {
        Variant = facts.Variant is not { } variant
            ? null
            : variant with
            {
                Failures = variant.Failures + random.Next(1, 10),
                Rate = Math.Min(1, variant.Rate * 2),
                PValue = variant.PValue / 2,
            },
    };

    // Around the thresholds, where verdicts change.
    private static TriageFacts SomeFacts(Random random)
    {
        var count5m = Some(random, 70);
        var count60m = count5m + Some(random, 20);
        var users60m = Some(random, 30);
        return new()
        {
            Core = random.Next(5) == 0,
            RequestFailed = random.Next(3) > 0,
            DataLost = random.Next(10) == 0,
            Cancelled = random.Next(20) == 0,
            Expected = random.Next(6) == 0,
            Count5m = count5m,
            Count60m = count60m,
            Count7d = count60m + Some(random, 120),
            Baseline5m = random.Next(3) == 0 ? 0 : random.NextDouble() * 8,
            Users60m = users60m,
            Users7d = users60m + Some(random, 10),
            Requests5m = random.Next(3) == 0 ? 0 : count5m + Some(random, 600),
            IsNew = random.Next(3) == 0,
            AgeHours = random.NextDouble() * 30,
            DeployAgeMin = random.Next(2) == 0 ? null : random.NextDouble() * 90,
            Variant = random.Next(4) > 0 ? null : new()
            {
                Failures = random.Next(12),
                Rate = random.NextDouble() / 10,
                OtherRate = random.NextDouble() / 20,
                PValue = random.NextDouble() / 25,
                Comparisons = random.Next(1, 3),
            },
        };
    }

    private static int Some(Random random, int max) => random.Next(3) == 0 ? random.Next(3) : random.Next(max);
}
