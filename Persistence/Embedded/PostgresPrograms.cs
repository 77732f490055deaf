using System.Globalization;
using System.Text.RegularExpressions;

namespace Jobs.Persistence.Embedded;

/// <summary>A folder with PostgreSQL's programs, and their major version.</summary>
internal sealed partial record PostgresPrograms(string Folder, int Version)
{
    public const int OldestVersion = 15;

    public string InitDb => ProgramIn(Folder, "initdb");

    public string PgCtl => ProgramIn(Folder, "pg_ctl");

    /// <summary>
    /// Looks in the folder that JOBS_POSTGRES_BIN chose and nowhere else; without one among the installed programs; then
    /// fetches a pinned package. An existing cluster needs its own major version; null takes any.
    /// </summary>
    public static async Task<PostgresPrograms> FindAsync(
        string? chosenFolder, int? version, Action<string> report, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(chosenFolder)) return await ChosenAsync(chosenFolder, version, cancellationToken);
        foreach (var folder in InstalledPostgres.Folders())
        {
            var (installed, _) = await InspectAsync(folder, cancellationToken);
            if (installed is not null && Fits(installed.Version, version)) return installed;
        }
        if (!Fits(NpmPostgres.MajorVersion, version))
        {
            throw new EmbeddedPostgresException(
                Missing(version, $"the package to fetch is PostgreSQL {NpmPostgres.MajorVersion}"));
        }
        try
        {
            var folder = await NpmPostgres.FetchAsync(report, cancellationToken);
            var (fetched, problem) = await InspectAsync(folder, cancellationToken);
            return fetched ?? throw new EmbeddedPostgresException(problem!);
        }
        catch (EmbeddedPostgresException e)
        {
            throw new EmbeddedPostgresException(Missing(version, e.Message), e);
        }
    }

    private static async Task<PostgresPrograms> ChosenAsync(
        string chosenFolder, int? version, CancellationToken cancellationToken)
    {
        var (programs, problem) = await InspectAsync(Path.GetFullPath(chosenFolder), cancellationToken);
        if (programs is null)
        {
            throw new EmbeddedPostgresException(
                $"JOBS_POSTGRES_BIN is \"{chosenFolder}\", but {problem}. Point it at the folder with initdb, pg_ctl and "
                + $"postgres of PostgreSQL {OldestVersion} or newer, or unset it to have them looked for.");
        }
        if (Fits(programs.Version, version)) return programs;
        throw new EmbeddedPostgresException(
            $"JOBS_POSTGRES_BIN is \"{chosenFolder}\", which is PostgreSQL {programs.Version}, but the data belongs to "
            + $"PostgreSQL {version}. Point it at version {version}, or set JOBS_DATA to another folder to start with new data.");
    }

    private static bool Fits(int found, int? wanted) => wanted is null ? found >= OldestVersion : found == wanted;

    private static async Task<(PostgresPrograms? Programs, string? Problem)> InspectAsync(
        string folder, CancellationToken cancellationToken)
    {
        foreach (var name in (string[])["postgres", "initdb", "pg_ctl"])
        {
            if (!File.Exists(ProgramIn(folder, name))) return (null, $"there is no program {name} in it");
        }
        var run = await ProgramRun.RunAsync(
            ProgramIn(folder, "postgres"), ["--version"], folder, cancellationToken: cancellationToken);
        if (!run.Succeeded) return (null, $"its postgres does not run here: {run.Output}");
        if (MajorVersion().Match(run.Output) is not { Success: true } match) return (null, $"its postgres says \"{run.Output}\"");
        var version = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return version < OldestVersion
            ? (null, $"it is PostgreSQL {version}, older than {OldestVersion}")
            : (new PostgresPrograms(folder, version), null);
    }

    private static string Missing(int? version, string problem)
    {
        var install = OperatingSystem.IsMacOS() ? $"brew install postgresql@{version ?? 18}"
            : OperatingSystem.IsWindows() ? $"winget install PostgreSQL.PostgreSQL.{version ?? 18}"
            : File.Exists("/usr/bin/apt-get") ? $"sudo apt-get install -y postgresql{(version is null ? "" : $"-{version}")}"
            : File.Exists("/usr/bin/dnf") ? "sudo dnf install -y postgresql-server postgresql-contrib"
            : "npm --version   (and install Node.js if that fails)";
        var wanted = version is null ? $"{OldestVersion} or newer" : $"{version}, which the data belongs to,";
        return $"PostgreSQL {wanted} was not found, and could not be fetched: {problem}. Get it with:\n    {install}";
    }

    internal static string ProgramIn(string folder, string name) =>
        Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex MajorVersion();
}
