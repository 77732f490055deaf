using System.CommandLine;
using System.Globalization;
using Jobs.Api.Startup;
using Jobs.GraphQL;
using Jobs.Persistence;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Jobs.Api.Verbs;

/// <summary><c>schema usage</c>: who still asks for what is deprecated, and what nobody asks for any more.</summary>
public static class SchemaUsageVerb
{
    private const int CountedDays = 30;
    private const int LineCharactersMin = 250;

    public static Command Create()
    {
        var command = new Command("usage", "Tell which clients still use the deprecated elements of the schema.");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var app = JobsService.Build(JobsService.CreateBuilder([]));
        var deprecated = app.Services.GetRequiredService<GraphQLEngine>().Schema.DeprecatedElements.Coordinates
            .Select(element => element.Coordinate).ToList();
        await app.Services.GetRequiredService<ServiceDatabase>().OpenAsync(cancellationToken);
        await StartupSteps.EnsureMigratedAsync(app, cancellationToken);
        var today = DateOnly.FromDateTime(app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var dbFactory = app.Services.GetRequiredService<IDbContextFactory<JobsDb>>();
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var uses = await db.SumDeprecatedUsesAsync(today.AddDays(1 - CountedDays), cancellationToken);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        console.Profile.Width = int.Max(console.Profile.Width, LineCharactersMin); // A coordinate cut short is of no use.
        Write(console, deprecated, uses);
        return 0;
    }

    private static void Write(IAnsiConsole console, List<string> deprecated, IReadOnlyList<DeprecatedUseSum> uses)
    {
        if (uses.Count > 0) console.Write(TableOf(uses));
        var unused = deprecated.Except(uses.Select(use => use.Coordinate)).ToList();
        foreach (var coordinate in unused)
            Console.Out.WriteLine($"{coordinate}: nobody asked for it in {DeprecatedUseRows.KeptDays} days.");
        Console.Out.WriteLine($"{deprecated.Count} deprecated elements, {unused.Count} of them unused.");
    }

    private static Table TableOf(IReadOnlyList<DeprecatedUseSum> uses)
    {
        var table = new Table { Border = TableBorder.Ascii };
        foreach (var name in (string[])["Element", "Client", "Version", "Last used"])
            table.AddColumn(new TableColumn(name) { NoWrap = true });
        table.AddColumn(new TableColumn($"Requests in {CountedDays} days") { NoWrap = true, Alignment = Justify.Right });
        foreach (var use in uses.OrderBy(use => use.Coordinate, StringComparer.Ordinal).ThenByDescending(use => use.LastUsedAt))
        {
            table.AddRow(
                Markup.Escape(use.Coordinate), Markup.Escape(use.ClientName), Markup.Escape(use.ClientVersion),
                use.LastUsedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture),
                use.Requests.ToString("N0", CultureInfo.InvariantCulture));
        }

        return table;
    }
}
