using Jobs.Api.Tests.Startup;

namespace Jobs.Api.Tests.Verbs;

/// <summary>The verb <c>schema diff</c>: what it prints and how it ends.</summary>
public sealed class SchemaDiffTests : IDisposable
{
    private const string Before = "type Query { jobs: Int, open: [Int], kind: Kind } enum Kind { HOURLY DAILY }";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobs-schema-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_breaking_change_is_printed_first_and_ends_in_1()
    {
        var (exitCode, output, _) = await DiffAsync(
            "type Query { open: [Int!], kind: Kind } enum Kind { HOURLY DAILY PER_TASK }");
        Assert.Equal(1, exitCode);
        Assert.Equal(
            [
                "breaking   FIELD_REMOVED Query.jobs: The field Query.jobs was removed.",
                "dangerous  VALUE_ADDED_TO_ENUM Kind.PER_TASK: The value Kind.PER_TASK was added.",
                "safe       FIELD_CHANGED_KIND_SAFE Query.open: "
                    + "The field Query.open changed its type from [Int] to [Int!].",
                "1 breaking (0 allowed), 1 dangerous, 1 safe changes.",
            ],
            output.Trim().ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public async Task Exactly_what_a_page_allows_may_break()
    {
        const string After = "type Query { open: [Int] kind: Kind } enum Kind { DAILY }";
        var page = Write(
            "page.md", "# Why\n\nAllows: FIELD_REMOVED Query.jobs\n- `Allows: VALUE_REMOVED_FROM_ENUM Kind.HOURLY`\n");
        var (exitCode, output, _) = await DiffAsync(After, "--allowed-by", page);
        Assert.Equal(0, exitCode);
        Assert.Contains("2 breaking (2 allowed)", output, StringComparison.Ordinal);

        var half = Write("half.md", "Allows: FIELD_REMOVED Query.jobs\nIt allows: VALUE_REMOVED_FROM_ENUM Kind.HOURLY\n");
        (exitCode, output, _) = await DiffAsync(After, "--allowed-by", half);
        Assert.Equal(1, exitCode);
        Assert.Contains("2 breaking (1 allowed)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_schema_is_said_in_a_sentence()
    {
        var (exitCode, _, errors) = await DiffAsync("type Query { jobs: Nothing }");
        Assert.Equal(1, exitCode);
        Assert.Contains("new.graphql is not a valid schema: Unknown type \"Nothing\".", errors, StringComparison.Ordinal);
        var old = Write("old.graphql", Before);
        (exitCode, _, errors) = await ServiceProcess.RunAsync(["schema", "diff", old, "nowhere.graphql"]);
        Assert.Equal(1, exitCode);
        Assert.Contains("nowhere.graphql cannot be read", errors, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Errors)> DiffAsync(string after, params string[] options) =>
        ServiceProcess.RunAsync(["schema", "diff", Write("old.graphql", Before), Write("new.graphql", after), .. options]);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
