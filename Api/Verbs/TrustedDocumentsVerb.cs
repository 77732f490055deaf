using System.CommandLine;
using Jobs.Api.PersistedOperations;
using Jobs.Api.Startup;
using Jobs.GraphQL;
using Jobs.GraphQL.PersistedOperations;
using Jobs.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Api.Verbs;

/// <summary><c>trusted-documents</c>: checks, imports and reports the operations that clients were built with.</summary>
public static class TrustedDocumentsVerb
{
    private const string Files = "Manifests, .graphql files, or folders of them.";

    public static Command Create()
    {
        var toCheck = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = Files };
        var check = new Command("check", "Validate documents against schema.graphql and print every problem.") { toCheck };
        check.SetAction(parsed => Check(parsed.GetRequiredValue(toCheck)));

        var toImport = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = Files };
        var import = new Command("import", "Add documents to the table, all or, with a single problem, none.") { toImport };
        import.SetAction((parsed, cancellationToken) => ImportAsync(parsed.GetRequiredValue(toImport), cancellationToken));

        var days = new Option<int>("--days")
        {
            Description = "How long a document must not have been used to be listed; 0 lists all.",
            DefaultValueFactory = _ => 30,
        };
        days.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 0) result.AddError("--days must not be negative.");
        });
        var report = new Command("report", "List the trusted documents that nobody uses any more.") { days };
        report.SetAction((parsed, cancellationToken) => ReportAsync(parsed.GetValue(days), cancellationToken));

        return new Command("trusted-documents", "Work with the operations that clients were built with.")
        {
            check, import, report,
        };
    }

    private static int Check(string[] files)
    {
        var app = JobsService.Build(JobsService.CreateBuilder([]));
        if (!TryRead(app, files, out var documents)) return 1;
        Console.Out.WriteLine($"{documents.Count} documents fit schema.graphql.");
        return 0;
    }

    private static async Task<int> ImportAsync(string[] files, CancellationToken cancellationToken)
    {
        await using var app = JobsService.Build(JobsService.CreateBuilder([]));
        if (!TryRead(app, files, out var documents)) return 1;
        await app.Services.GetRequiredService<ServiceDatabase>().OpenAsync(cancellationToken);
        await StartupSteps.EnsureMigratedAsync(app, cancellationToken);
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<JobsDb>>()
            .CreateDbContextAsync(cancellationToken);
        var (added, contradicting) = await db.AddTrustedDocumentsAsync(
            [.. documents.Select(document => new TrustedDocument { Id = document.Id, Text = document.Text, AddedAt = now })],
            cancellationToken);
        foreach (var id in contradicting)
            Console.Error.WriteLine($"table: {id}: the same id stands for another text already");
        if (contradicting.Count > 0) return Refuse(contradicting.Count);
        Console.Out.WriteLine($"{added} documents added, {documents.Count - added} were there.");
        return 0;
    }

    private static async Task<int> ReportAsync(int days, CancellationToken cancellationToken)
    {
        await using var app = JobsService.Build(JobsService.CreateBuilder([]));
        await app.Services.GetRequiredService<ServiceDatabase>().OpenAsync(cancellationToken);
        await StartupSteps.EnsureMigratedAsync(app, cancellationToken);
        var report = await TrustedDocumentReport.ReadAsync(app.Services, days, cancellationToken);
        foreach (var document in report.Lines) Console.Out.WriteLine(document);
        Console.Out.WriteLine(days == 0
            ? $"{report.Total} documents are trusted."
            : $"{report.Total} documents are trusted; {report.Lines.Count} of them were not used for {days} days.");
        return 0;
    }

    /// <summary>False if anything is wrong, and then everything that is wrong has been printed.</summary>
    private static bool TryRead(WebApplication app, string[] files, out IReadOnlyList<OperationDocument> documents)
    {
        var found = OperationDocumentFiles.Read(files);
        documents = [.. found.Documents.DistinctBy(document => (document.Id, document.Text))];
        var problems = found.Problems
            .Concat(app.Services.GetRequiredService<GraphQLEngine>().TrustedDocuments.Check(documents)).ToList();
        foreach (var problem in problems) Console.Error.WriteLine(problem);
        return problems.Count == 0 || Refuse(problems.Count) == 0;
    }

    private static int Refuse(int problems)
    {
        Console.Error.WriteLine($"Nothing was changed: {problems} problems.");
        return 1;
    }
}
