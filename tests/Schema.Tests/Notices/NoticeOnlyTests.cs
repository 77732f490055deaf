using System.Reflection;
using System.Text.Json.Nodes;
using Jobs.Experiments;
using Jobs.Persistence;
using Jobs.Testing;

namespace Jobs.Schema.Tests.Notices;

/// <summary>An experiment can change nothing but notices, and nothing that writes can find out who is in which arm.</summary>
public sealed class NoticeOnlyTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    private const long Viewer = 7;

    /// <summary>The only fields whose values may depend on an arm.</summary>
    private static readonly string[] NoticeFields = ["notices", "noticePlaceholders", "announcedReadDeadline"];

    [Fact]
    public async Task Every_query_of_the_clients_answers_the_same_under_every_variant_but_for_notices()
    {
        var employer = await api.EmployerAsync(member: Viewer);
        var post = await api.OpenPostAsync(employer);
        await api.ApplyAsync(post, applicant: 8);
        await api.ApplyAsync(await api.OpenPostAsync(await api.EmployerAsync(member: 9)), applicant: Viewer);
        var variables = new
        {
            area = new { neighborhoodCode = Board.Yeoksam.Code },
            code = Board.Yeoksam.Code,
            id = post.Id(),
            home = GlobalId.Of(NodeType.Neighborhood, Board.Yeoksam.Id),
            employerId = employer.Id(),
            placement = "EMPLOYER_INBOX",
        };

        var without = await AnswersAsync(variables);
        var control = await UnderAsync("control", variables);
        var warning = await UnderAsync("warning", variables);

        Assert.Equal(without.Keys, control.Keys);
        // Otherwise it would be equal for the wrong reason.
        Assert.Contains("\"title\":\"7일이 지나면 열 수 없어요\"", warning["EmployerInbox"].ToJsonString(Readable), StringComparison.Ordinal);
        Assert.Contains("\"announcedReadDeadline\":\"2026", warning["EmployerInbox"].ToJsonString(Readable), StringComparison.Ordinal);
        foreach (var (operation, answer) in without)
        {
            Assert.Equal(WithoutNotices(answer), WithoutNotices(control[operation]));
            Assert.Equal(WithoutNotices(answer), WithoutNotices(warning[operation]));
        }
    }

    [Fact]
    public void No_mutation_of_the_board_can_reach_an_assignment()
    {
        var mutations = typeof(JobsSchema).Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Mutations", StringComparison.Ordinal)).ToList();
        Assert.Contains(typeof(ApplicationMutations), mutations);
        Assert.Contains(typeof(ViewerNotices), Reach(typeof(NoticePages))); // The walk finds what is there.

        foreach (var mutation in mutations)
            Assert.Empty(mutation.GetMethods(BindingFlags.Public | BindingFlags.Static)
                .SelectMany(method => method.GetParameters()).SelectMany(parameter => Reach(parameter.ParameterType))
                .Intersect([typeof(ViewerNotices), typeof(ViewerFlags), typeof(NoticePages)])
                .Select(type => $"{mutation.Name} reaches {type.Name}"));
    }

    [Fact]
    public void What_writes_rows_knows_no_experiments_and_assignments_do_not_leave_their_room()
    {
        Assert.DoesNotContain(
            typeof(JobsDb).Assembly.GetReferencedAssemblies(), reference => reference.Name == typeof(ViewerNotices).Assembly.GetName().Name);
        Assert.DoesNotContain(
            typeof(ViewerFlags).GetMethods(), method => method.Name.Contains("Assign", StringComparison.Ordinal));
    }

    private static System.Text.Json.JsonSerializerOptions Readable { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private async Task<SortedDictionary<string, JsonNode>> UnderAsync(string variant, object variables)
    {
        var id = await api.StartAsync(Experiment.Input($"only-{variant}"));
        await using (var db = await api.DbAsync())
        {
            var key = GlobalId.Parse(id, NodeType.NoticeExperiment);
            var experiment = db.NoticeExperiments.Single(row => row.Id == key);
            experiment.Testers = [new(Viewer, variant)];
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await api.RefreshAsync();
        var answers = await AnswersAsync(variables);
        await api.MoveAsync("finish", id);
        return answers;
    }

    private async Task<SortedDictionary<string, JsonNode>> AnswersAsync(object variables)
    {
        var answers = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Notices", "Operations"), "*.graphql"))
        {
            var document = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            var response = await api.As(Viewer).SendAsync(document, variables);
            Assert.False(response.Json.AsObject().ContainsKey("errors"), $"{file}: {response.Body}");
            answers.Add(Path.GetFileNameWithoutExtension(file), response["data"]!);
        }
        Assert.Equal(5, answers.Count);
        return answers;
    }

    private static string WithoutNotices(JsonNode answer)
    {
        var copy = answer.DeepClone();
        Remove(copy);
        return copy.ToJsonString(Readable);
    }

    private static void Remove(JsonNode? node)
    {
        if (node is JsonArray items)
            foreach (var item in items) Remove(item);
        if (node is not JsonObject members) return;
        foreach (var field in NoticeFields) members.Remove(field);
        foreach (var (_, member) in members) Remove(member);
    }

    /// <summary>The type and everything of ours that its constructors ask for.</summary>
    private static HashSet<Type> Reach(Type type)
    {
        var reached = new HashSet<Type>();
        var waiting = new Stack<Type>([type]);
        while (waiting.TryPop(out var next))
        {
            if (next.FullName?.StartsWith("Jobs.", StringComparison.Ordinal) != true || !reached.Add(next)) continue;
            foreach (var parameter in next.GetConstructors().SelectMany(constructor => constructor.GetParameters()))
                waiting.Push(parameter.ParameterType);
        }
        return reached;
    }
}
