using Jobs.Persistence.Embedded;

namespace Jobs.Persistence.Tests.Embedded;

public sealed class PostgresProgramsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_chosen_folder_without_programs_is_refused_by_name()
    {
        var problem = await RefusalAsync(version: null);
        var expected = $"JOBS_POSTGRES_BIN is \"{folder.FullPath}\", but there is no program postgres in it.";
        Assert.StartsWith(expected, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres (PostgreSQL) 14.20 (Debian 14.20-1)", null, "but it is PostgreSQL 14, older than 15")]
    [InlineData("postgres (PostgreSQL) 18.4", 15, "which is PostgreSQL 18, but the data belongs to PostgreSQL 15")]
    [InlineData("something else", null, "but its postgres says \"something else\"")]
    public async Task Chosen_programs_of_the_wrong_version_are_refused_with_it(string says, int? needed, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs here are shell scripts.");
        await WriteProgramsAsync($"echo '{says}'");
        Assert.Contains(expected, await RefusalAsync(needed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chosen_programs_that_do_not_run_are_refused_with_what_they_printed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs here are shell scripts.");
        await WriteProgramsAsync("echo 'libssl.so.1.1 not found' >&2; exit 127");
        var problem = await RefusalAsync(version: null);
        Assert.Contains("does not run here: libssl.so.1.1 not found", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chosen_programs_are_taken_when_they_fit()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs here are shell scripts.");
        await WriteProgramsAsync("echo 'postgres (PostgreSQL) 16.9'");
        var found = await PostgresPrograms.FindAsync(folder.FullPath, 16, _ => { }, Cancellation);
        Assert.Equal(new PostgresPrograms(folder.FullPath, 16), found);
    }

    [Theory]
    [InlineData("debian/*/bin", "debian/18/bin", "debian/9.6/bin")]
    [InlineData("brew/postgresql@*/bin", "brew/postgresql@17/bin", "brew/postgresql@9/bin")]
    public void Installed_folders_come_newest_first(string pattern, string newest, string oldest)
    {
        foreach (var version in (string[])["9.6/bin", "18/bin", "15/bin", "17/other"])
            Directory.CreateDirectory(folder.PathOf("debian/" + version));
        foreach (var version in (string[])["postgresql@9/bin", "postgresql@17/bin", "redis@17/bin"])
            Directory.CreateDirectory(folder.PathOf("brew/" + version));
        var found = InstalledPostgres.NewestFirst(folder.PathOf(pattern)).ToArray();
        Assert.Equal(folder.PathOf(newest), found[0]);
        Assert.Equal(folder.PathOf(oldest), found[^1]);
        Assert.DoesNotContain(found, path => !Directory.Exists(path));
    }

    private async Task<string> RefusalAsync(int? version) => (await Assert.ThrowsAsync<EmbeddedPostgresException>(
        () => PostgresPrograms.FindAsync(folder.FullPath, version, _ => { }, Cancellation))).Message;

    // By a shell: a program that is open for writing does not run, and whatever another test starts while this process has it
    // open would keep it open for a moment longer.
    private async Task WriteProgramsAsync(string script)
    {
        const string Write = """
            for name in postgres initdb pg_ctl; do printf '#!/bin/sh\n%s\n' "$1" > "$name" && chmod 500 "$name" || exit; done
            """;
        var written = await ProgramRun.RunAsync(
            "/bin/sh", ["-c", Write, "sh", script], folder.FullPath, cancellationToken: Cancellation);
        Assert.Equal(new ProgramRun(0, ""), written);
    }
}
