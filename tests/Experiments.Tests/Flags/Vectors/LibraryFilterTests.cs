using System.Text.Json;
using Jobs.Persistence;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace Jobs.Experiments.Tests;

/// <summary>The library has a filter named Microsoft.Targeting too. Whoever is somebody gets the same from both.</summary>
public sealed class LibraryFilterTests
{
    private static readonly string[] Audiences =
    [
        """{"DefaultRolloutPercentage": 0}""",
        """{"DefaultRolloutPercentage": 12.5}""",
        """{"DefaultRolloutPercentage": 100}""",
        """{"DefaultRolloutPercentage": 3, "Users": ["0", "9"], "Groups": [{"Name": "employer", "RolloutPercentage": 40}]}""",
        """
        {"DefaultRolloutPercentage": 70, "Groups": [{"Name": "applicant", "RolloutPercentage": 20},
         {"Name": "area-1100000000", "RolloutPercentage": 99}], "Exclusion": {"Users": ["3"], "Groups": ["area-2600000000"]}}
        """,
    ];

    [Fact]
    public async Task The_librarys_targeting_filter_lets_the_same_people_in()
    {
        var theirs = new ContextualTargetingFilter(
            Options.Create(new TargetingEvaluationOptions()), NullLoggerFactory.Instance);
        foreach (var audience in Audiences)
        {
            var snapshot = SnapshotBuild.Of(new ServedRows(1, [RowOf(audience)], []), ServedSnapshot.Empty);
            Assert.Empty(snapshot.Problems);
            var evaluation = new FeatureFilterEvaluationContext
            {
                FeatureName = "audience",
                Settings = new TargetingFilterSettings { Audience = JsonSerializer.Deserialize<Audience>(audience)! },
            };
            for (var index = 0; index < 2_000; index++)
            {
                var (subject, facts) = VectorPerson.Of(index);
                var ours = new FlagEvaluation(
                    snapshot, subject, VectorPerson.Now, () => Task.FromResult(facts), NullLogger.Instance);
                var person = new TargetingContext { UserId = facts.UserId, Groups = facts.Groups };
                Assert.Equal(
                    await theirs.EvaluateAsync(evaluation, person),
                    (await ours.FindAsync("audience", TestContext.Current.CancellationToken)).IsEnabled);
            }
        }
    }

    private static FeatureFlag RowOf(string audience) => new()
    {
        Key = "audience",
        Description = "",
        Definition = Flag.If("audience", Flag.Filter("Microsoft.Targeting", $$"""{"Audience": {{audience}} }""")),
    };
}
