using System.Globalization;
using Jobs.Persistence;
using Jobs.Persistence.Import;
using Spectre.Console;

namespace Jobs.Api.Verbs;

/// <summary>The end of an import: what became of the rows of each file, and why some were rejected.</summary>
internal static class ImportSummary
{
    public static void Write(IAnsiConsole console, ImportReport report, TimeSpan elapsed)
    {
        var counts = CreateTable("File", "Read", "Imported", "Updated", "Unchanged", "Rejected");
        foreach (var file in report.Files.Where(file => file.Problem is null))
            counts.AddRow(Cells(Path.GetFileName(file.Path),
                file.Read, file.Imported, file.Updated, file.Unchanged, file.Rejected.Values.Sum()));
        console.Write(counts);

        var reasons = report.Files.SelectMany(file => file.Rejected)
            .GroupBy(count => count.Key, count => count.Value).OrderBy(group => group.Key).ToList();
        if (reasons.Count > 0)
        {
            var table = CreateTable("Rejected because", "Rows");
            foreach (var reason in reasons) table.AddRow(Cells(EnumText.Of(reason.Key), reason.Sum()));
            console.Write(table);
        }

        foreach (var file in report.Files.Where(file => file.RejectedPath is not null))
            Console.Out.WriteLine($"Rejected rows: {file.RejectedPath}");
        foreach (var file in report.Files.Where(file => file.Problem is not null))
            Console.Error.WriteLine($"Not imported: {file.Path}: {file.Problem}");
        var rows = report.Files.Sum(file => file.Read);
        var seconds = Math.Max(elapsed.TotalSeconds, 0.001);
        Console.Out.WriteLine($"{rows} rows in {seconds:0.0} s, {rows / seconds:0} a second.");
    }

    private static Table CreateTable(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Ascii };
        foreach (var (index, name) in columns.Index())
            table.AddColumn(new TableColumn(name) { Alignment = index == 0 ? Justify.Left : Justify.Right, NoWrap = true });
        return table;
    }

    private static string[] Cells(string first, params IEnumerable<long> numbers) =>
        [Markup.Escape(first), .. numbers.Select(number => number.ToString("N0", CultureInfo.InvariantCulture))];
}
