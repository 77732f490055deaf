using System.ComponentModel;
using System.Diagnostics;

namespace Jobs.Persistence.Embedded;

/// <summary>A program that was run to its end: its exit code and what it printed.</summary>
internal sealed record ProgramRun(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>
    /// Runs a program as the given Unix user, or as the current one. What leaves a daemon behind must not be captured on Windows:
    /// the daemon would keep the pipe open.
    /// </summary>
    public static async Task<ProgramRun> RunAsync(
        string program, IEnumerable<string> arguments, string folder, string? user = null, bool capturesOutput = true,
        CancellationToken cancellationToken = default)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = capturesOutput,
            RedirectStandardError = capturesOutput,
        };
        if (user is not null) start.UserName = user;
        // PGDATA, PGPORT, PGOPTIONS of whoever started the service are about some other server.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";

        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new ProgramRun(-1, $"{program}: {e.Message}");
        }
        try
        {
            if (!capturesOutput)
            {
                await process.WaitForExitAsync(cancellationToken);
                return new ProgramRun(process.ExitCode, "");
            }
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new ProgramRun(process.ExitCode, (await output + await error).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
