using Jobs.Persistence.Import;
using Spectre.Console;

namespace Jobs.Api.Verbs;

/// <summary>Shows how far an import is: bars on a terminal, a line per tenth of a file everywhere else.</summary>
internal static class ImportDisplay
{
    public static Task<ImportReport> ShowAsync(
        IAnsiConsole console, IReadOnlyList<ImportFile> files, Func<IProgress<ImportProgress>, Task<ImportReport>> import) =>
        console.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
            ? ShowBarsAsync(console, files, import)
            : import(new TenthsOfFiles());

    private static Task<ImportReport> ShowBarsAsync(
        IAnsiConsole console, IReadOnlyList<ImportFile> files, Func<IProgress<ImportProgress>, Task<ImportReport>> import) =>
        console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bars = files.DistinctBy(file => file.Path).ToDictionary(file => file.Path,
                    file => context.AddTask(Markup.Escape(Path.GetFileName(file.Path)), autoStart: false));
                var report = await import(new Bars(bars));
                foreach (var bar in bars.Values) bar.Value = bar.MaxValue;
                return report;
            });

    private sealed class Bars(Dictionary<string, ProgressTask> bars) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            var bar = bars[value.Path];
            if (!bar.IsStarted) bar.StartTask();
            bar.MaxValue = value.BytesTotal;
            bar.Value = value.BytesRead;
            var name = Path.GetFileName(value.Path);
            bar.Description = Markup.Escape(value.IsMakingIndexes ? $"{name}, making indexes" : name);
        }
    }

    private sealed class TenthsOfFiles : IProgress<ImportProgress>
    {
        private readonly Lock gate = new();
        private string? path;
        private long shownTenth;

        public void Report(ImportProgress value)
        {
            lock (gate)
            {
                if (path != value.Path) (path, shownTenth) = (value.Path, -1);
                var tenth = value.BytesTotal == 0 ? 10 : value.BytesRead * 10 / value.BytesTotal;
                if (tenth <= shownTenth && !value.IsMakingIndexes) return;
                shownTenth = tenth;
                var making = value.IsMakingIndexes ? ", making indexes" : "";
                Console.Out.WriteLine($"{Path.GetFileName(value.Path)}: {tenth * 10} %, {value.RowsRead} rows read{making}");
            }
        }
    }
}
