using System.Globalization;

namespace Jobs.Persistence.Embedded;

/// <summary>Folders where PostgreSQL's programs usually are, in the order of trying: PATH, then newest first.</summary>
internal static class InstalledPostgres
{
    private static readonly string[] UnixPatterns =
    [
        "/usr/lib/postgresql/*/bin", // Debian, Ubuntu
        "/usr/pgsql-*/bin", // PostgreSQL's own RPMs
        "/opt/homebrew/opt/postgresql@*/bin",
        "/usr/local/opt/postgresql@*/bin",
        "/home/linuxbrew/.linuxbrew/opt/postgresql@*/bin",
        "/Applications/Postgres.app/Contents/Versions/*/bin",
    ];

    public static IEnumerable<string> Folders() => OnPath().Concat(Patterns().SelectMany(NewestFirst)).Distinct();

    /// <summary>Folders that match a pattern with one asterisk, which stands for a version.</summary>
    internal static IEnumerable<string> NewestFirst(string pattern)
    {
        var parts = pattern.Split('*');
        var parent = Path.GetDirectoryName(parts[0].EndsWith('/') || parts[0].EndsWith('\\') ? parts[0] + "x" : parts[0])!;
        if (!Directory.Exists(parent)) return [];
        return Directory.EnumerateDirectories(parent)
            .Where(folder => folder.StartsWith(parts[0], StringComparison.Ordinal) && Directory.Exists(folder + parts[1]))
            .OrderByDescending(folder => Version(folder[parts[0].Length..]))
            .Select(folder => folder + parts[1]);
    }

    private static decimal Version(string text) =>
        decimal.TryParse(text, CultureInfo.InvariantCulture, out var version) ? version : 0;

    // A program on PATH may be a link; initdb and pg_ctl lie beside what it points to.
    private static IEnumerable<string> OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => PostgresPrograms.ProgramIn(folder, "postgres"))
            .Where(File.Exists)
            .Select(program => File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program)
            .Select(program => Path.GetDirectoryName(program)!);

    private static string[] Patterns() => OperatingSystem.IsWindows()
        ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL", "*") + @"\bin"]
        : UnixPatterns;
}
