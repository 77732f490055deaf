namespace Jobs.Api.Tests.Verbs;

/// <summary>The step of .ci/run that compares schema.graphql with its version before, in repositories of its own.</summary>
public sealed class SchemaHistoryTests : IAsyncLifetime
{
    private const string Both = "type Query { jobs: Int, open: Int }";
    private const string OpenOnly = "type Query { open: Int }";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobs-history-");

    private string Repository => Path.Combine(folder.FullName, "repository");

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The step is a bash script.");
        Directory.CreateDirectory(Path.Combine(Repository, "docs", "decisions"));
        await GitAsync("init", "-q", "-b", "main");
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_first_version_has_nothing_to_be_compared_with()
    {
        await CommitAsync(Both);
        Assert.Equal((0, "The history has no earlier version of schema.graphql: nothing to compare with.\n"), await CheckAsync());
    }

    [Fact]
    public async Task On_main_a_breaking_change_fails_until_a_page_of_the_same_range_allows_it()
    {
        await CommitAsync(Both);
        await CommitAsync(OpenOnly);
        var (exitCode, output) = await CheckAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains("breaking   FIELD_REMOVED Query.jobs", output, StringComparison.Ordinal);

        Write("docs/decisions/0001-jobs.md", "Nobody asks for it.\n\nAllows: FIELD_REMOVED Query.jobs\n"); // Not committed yet.
        Assert.Equal(0, (await CheckAsync()).ExitCode);
        await CommitAsync(OpenOnly);
        Assert.Equal(0, (await CheckAsync()).ExitCode);
    }

    [Fact]
    public async Task A_page_of_an_earlier_range_allows_nothing()
    {
        Write("docs/decisions/0001-jobs.md", "Allows: FIELD_REMOVED Query.jobs\n");
        await CommitAsync(Both);
        Write("docs/decisions/0001-jobs.md", "Allows: FIELD_REMOVED Query.jobs\n\nAnother sentence.\n");
        await CommitAsync(OpenOnly);
        Assert.Equal(1, (await CheckAsync()).ExitCode);
    }

    [Fact]
    public async Task A_branch_is_compared_as_a_whole_with_where_it_left_main()
    {
        await CommitAsync(Both);
        await GitAsync("update-ref", "refs/remotes/origin/main", "HEAD");
        await CommitAsync(OpenOnly);
        await CommitAsync(OpenOnly + " # The last commit alone breaks nothing.");
        var (exitCode, output) = await CheckAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains("1 breaking (0 allowed)", output, StringComparison.Ordinal);

        await CommitAsync(Both);
        Assert.Equal(0, (await CheckAsync()).ExitCode);
    }

    [Fact]
    public async Task A_shallow_clone_says_that_it_cannot_know()
    {
        await CommitAsync(Both);
        await CommitAsync(OpenOnly);
        var clone = Path.Combine(folder.FullName, "clone");
        await GitAsync("clone", "-q", "--depth", "1", new Uri(Repository).AbsoluteUri, clone);
        var (exitCode, output) = await CheckAsync(clone);
        Assert.Equal(0, exitCode);
        Assert.Contains("(a shallow clone) has no earlier version", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_without_a_history_have_nothing_to_be_compared_with()
    {
        var copy = Directory.CreateDirectory(Path.Combine(folder.FullName, "copy")).FullName;
        var (exitCode, output) = await CheckAsync(copy);
        Assert.Equal(0, exitCode);
        Assert.Contains("No git history here", output, StringComparison.Ordinal);
    }

    private async Task CommitAsync(string schema)
    {
        Write("schema.graphql", schema);
        await GitAsync("add", "-A");
        await GitAsync("commit", "-q", "--allow-empty", "-m", "change");
    }

    private void Write(string path, string text) => File.WriteAllText(Path.Combine(Repository, path), text);

    private Task<(int ExitCode, string Output)> CheckAsync(string? repository = null) => CommandRun.RunAsync(
        folder.FullName, Path.Combine(SourceRoot(), ".ci", "schema-changes"), [repository ?? Repository],
        ("JOBS_SERVICE", Path.Combine(AppContext.BaseDirectory, "Jobs.Api.dll")), ("SCHEMA_BASE", ""));

    private async Task GitAsync(params string[] arguments)
    {
        string[] identity = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "commit.gpgsign=false"];
        var (exitCode, output) = await CommandRun.RunAsync(Repository, "git", [.. identity, .. arguments]);
        Assert.True(exitCode == 0, output);
    }

    private static string SourceRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Jobs.sln"))) at = at.Parent!;
        return at.FullName;
    }
}
