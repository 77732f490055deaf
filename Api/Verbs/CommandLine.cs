using System.CommandLine;
using Jobs.Api.Startup;

namespace Jobs.Api.Verbs;

/// <summary>The verbs of the service. Without one it serves, and its arguments are settings such as <c>--urls</c>.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        args = ServiceEnvironment.ApplyDefault(args);
        try
        {
            if (IsServing(args)) return await ServeVerb.RunAsync(args);
            return await Create().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (StartupProblem.Explain(exception) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return 130; // What a shell reports for Ctrl+C.
        }
    }

    private static bool IsServing(string[] args) =>
        args.Length == 0 || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version"));

    private static RootCommand Create() =>
        new("Jobs: the GraphQL service of a neighbourhood job board. Without a verb it serves; settings like --urls may follow.")
        {
            ImportVerb.Create(),
            MigrateVerb.Create(),
            TokenVerb.Create(),
            SchemaVerb.Create(),
            TrustedDocumentsVerb.Create(),
        };
}
