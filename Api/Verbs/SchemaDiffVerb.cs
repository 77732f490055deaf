using System.CommandLine;
using System.Text.RegularExpressions;
using Jobs.Api.Startup;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.SchemaComparison;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.Api.Verbs;

/// <summary><c>schema diff OLD NEW</c>: what changed between two SDL files, and whether that breaks clients.</summary>
public static partial class SchemaDiffVerb
{
    /// <summary>A breaking change that no page allows. A file that is no schema ends in 1, too, like every failure.</summary>
    private const int Broken = 1;

    public static Command Create()
    {
        var before = new Argument<FileInfo>("OLD") { Description = "The version that clients know." };
        var after = new Argument<FileInfo>("NEW") { Description = "The version that they will meet." };
        var pages = new Option<FileInfo[]>("--allowed-by")
        {
            Description = "Files with lines such as \"Allows: FIELD_REMOVED Query.jobs\".",
            HelpName = "FILE",
        };
        var command = new Command("diff", "Tell the breaking, dangerous and safe changes of a schema; exit code 1 if one breaks.")
        {
            before, after, pages,
        };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetRequiredValue(before), result.GetRequiredValue(after), result.GetValue(pages) ?? [], cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        FileInfo before, FileInfo after, FileInfo[] pages, CancellationToken cancellationToken)
    {
        var old = await ReadAsync(before, cancellationToken);
        var changes = SchemaDiff.Compare(old, await ReadAsync(after, cancellationToken));
        var allowed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in pages)
            foreach (Match line in AllowingLine().Matches(await TextAsync(page, cancellationToken)))
                allowed.Add(Spaces().Replace(line.Groups["change"].Value, " "));
        return Report(changes, allowed) ? 0 : Broken;
    }

    /// <returns>False if something breaks that nobody allowed.</returns>
    private static bool Report(IReadOnlyList<SchemaChange> changes, HashSet<string> allowed)
    {
        foreach (var change in changes.OrderByDescending(change => change.Severity)) // Stable: else the order of the schema.
        {
            var severity = change.Severity.ToString().ToLowerInvariant();
            var note = IsAllowed(change) ? " (allowed)" : "";
            Console.Out.WriteLine($"{severity,-9}  {change.Key}: {change.Message}{note}");
        }

        var breaking = changes.Where(change => change.Severity == SchemaChangeSeverity.Breaking).ToList();
        var dangerous = changes.Count(change => change.Severity == SchemaChangeSeverity.Dangerous);
        Console.Out.WriteLine(
            $"{breaking.Count} breaking ({breaking.Count(IsAllowed)} allowed), {dangerous} dangerous, "
            + $"{changes.Count - breaking.Count - dangerous} safe changes.");
        return breaking.All(IsAllowed);

        bool IsAllowed(SchemaChange change) => change.Severity == SchemaChangeSeverity.Breaking && allowed.Contains(change.Key);
    }

    private static async Task<GraphQLSchema> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            var text = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
            var result = SchemaBuilder.Build(Parser.Parse(new Source(text), ParserOptions.TypeSystem));
            return result.Schema ?? throw new StartupException(
                $"{file} is not a valid schema: {string.Join(" ", result.Errors.Select(error => error.Message))}");
        }
        catch (SyntaxException problem)
        {
            var (line, column) = problem.Location;
            throw new StartupException($"{file} is not GraphQL: {problem.Message} (line {line}, column {column})", problem);
        }
        catch (IOException problem)
        {
            throw new StartupException($"{file} cannot be read: {problem.Message}", problem);
        }
    }

    private static async Task<string> TextAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(file.FullName, cancellationToken);
        }
        catch (IOException problem)
        {
            throw new StartupException($"{file} cannot be read: {problem.Message}", problem);
        }
    }

    // A line of its own, perhaps an item of a list, perhaps as code.
    [GeneratedRegex(
        @"^[ \t]*(?:[-*+][ \t]+)?`?Allows:[ \t]*(?<change>[A-Z_]+(?:[ \t]+[^\s`]+){1,2})`?[ \t]*\r?$", RegexOptions.Multiline)]
    private static partial Regex AllowingLine();

    [GeneratedRegex(@"[ \t]+")]
    private static partial Regex Spaces();
}
