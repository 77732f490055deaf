using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jobs.Persistence;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jobs.Experiments.Tests;

/// <summary>
/// Answers of npm's @microsoft/feature-management 2.3.1 for 10,000 people, written by tests/Clients/feature-flags.mjs.
/// </summary>
public sealed class VectorTests
{
    private const int PeopleCount = 10_000;
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Flags", "Vectors");
    private static readonly JsonArray Definitions = JsonNode.Parse(Read("definitions.json"))!.AsArray();
    private static readonly JsonNode Answers = JsonNode.Parse(Read("answers.json"))!;
    private static readonly ServedSnapshot Snapshot = SnapshotBuild.Of(
        new ServedRows(1, [.. Definitions.Select(definition => RowOf(definition!))], []), ServedSnapshot.Empty);

    public static TheoryData<string> Keys => [.. Definitions.Select(definition => definition!["id"]!.GetValue<string>())];

    [Fact]
    public void Every_definition_of_the_comparison_is_one_that_the_console_may_write()
    {
        Assert.Empty(Snapshot.Problems);
        Assert.Equal(Definitions.Count, Snapshot.Flags.Count);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task The_browsers_library_gives_everybody_the_same(string key)
    {
        var answers = new string[PeopleCount];
        for (var index = 0; index < PeopleCount; index++) answers[index] = await AnswerAsync(key, index);

        var expected = Answers[key]!;
        var sample = expected["first"]!.GetValue<string>();
        Assert.Equal(sample, string.Join(' ', answers[..sample.Split(' ').Length]));
        Assert.Equal(
            expected["counts"]!.Deserialize<Dictionary<string, int>>(),
            answers.CountBy(answer => answer).ToDictionary());
        var all = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', answers)));
        Assert.Equal(expected["sha256"]!.GetValue<string>(), Convert.ToHexStringLower(all));
    }

    [Fact]
    public void The_percentile_is_the_one_of_the_libraries()
    {
        Assert.Equal(25.83184100823287, Percentile.Of("u5", "unread-expiry-v1"));
        Assert.Equal(65.33873927903798, Percentile.Of("alice", "allocation\nexp"));
        Assert.Equal(69.67497450990486, Percentile.Of("alice", "exp"));
    }

    private static async Task<string> AnswerAsync(string key, int index)
    {
        var (subject, facts) = VectorPerson.Of(index);
        var evaluation = new FlagEvaluation(
            Snapshot, subject, VectorPerson.Now, () => Task.FromResult(facts), NullLogger.Instance);
        var state = await evaluation.FindAsync(key, TestContext.Current.CancellationToken);
        return $"{(state.IsEnabled ? '+' : '-')}{state.Variant}";
    }

    private static FeatureFlag RowOf(JsonNode definition) => new()
    {
        Key = definition["id"]!.GetValue<string>(),
        Description = "",
        Definition = definition.ToJsonString(),
    };

    private static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));
}
