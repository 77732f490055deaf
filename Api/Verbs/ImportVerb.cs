using System.CommandLine;
using System.Diagnostics;
using Jobs.Api.Startup;
using Jobs.Persistence.Import;
using Npgsql;
using Spectre.Console;

namespace Jobs.Api.Verbs;

/// <summary><c>import FILE…</c>: reads postings from files into the database and says what became of every row.</summary>
public static class ImportVerb
{
    private const int WidthOfFiles = 160; // The counts of a table are cut at the 80 columns that are assumed otherwise.

    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Files of postings; their format is recognised.",
        };
        files.AcceptExistingOnly();
        var snapshotAt = new Option<DateTimeOffset?>("--snapshot-at")
        {
            Description = "When the source was read, for files that only say \"3 minutes ago\"; the file's own time otherwise.",
        };
        var command = new Command("import", "Import job postings. The same file twice changes nothing.") { files, snapshotAt };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            [.. Postings(parsed.GetRequiredValue(files))
                .Select(file => new ImportFile(file.FullName, parsed.GetValue(snapshotAt)))],
            cancellationToken));
        return command;
    }

    // "import *.csv" a second time must not read what the first time wrote.
    private static IEnumerable<FileInfo> Postings(IEnumerable<FileInfo> files)
    {
        foreach (var file in files)
        {
            if (file.Name.EndsWith(ImportFile.RejectedSuffix, StringComparison.OrdinalIgnoreCase))
                Console.Error.WriteLine($"Left out: {file.Name} holds rows that an import rejected.");
            else
                yield return file;
        }
    }

    private static async Task<int> RunAsync(IReadOnlyList<ImportFile> files, CancellationToken cancellationToken)
    {
        await using var app = JobsService.Build(JobsService.CreateBuilder([]));
        await app.Services.GetRequiredService<ServiceDatabase>().OpenAsync(cancellationToken);
        await StartupSteps.EnsureMigratedAsync(app, cancellationToken);
        var dataSource = app.Services.GetRequiredService<NpgsqlDataSource>();

        var watch = Stopwatch.StartNew();
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected) console.Profile.Width = WidthOfFiles;
        var report = await ImportDisplay.ShowAsync(console, files, progress =>
            JobPostImport.RunAsync(files, dataSource, TimeProvider.System, progress, cancellationToken));
        ImportSummary.Write(console, report, watch.Elapsed);
        return report.Files.Any(file => file.Problem is not null) ? 1 : 0;
    }
}
