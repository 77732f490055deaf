using System.Diagnostics;

namespace Jobs.Api.Tests.Verbs;

/// <summary>A command that was run to its end in a folder, with nothing of a surrounding git hook in its environment.</summary>
internal static class CommandRun
{
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string folder, string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var cancellation = TestContext.Current.CancellationToken;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation) + await errors;
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, output);
    }
}
