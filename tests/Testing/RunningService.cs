using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Jobs.Testing;

/// <summary>The real service as a process of its own, over a private PostgreSQL in a temporary folder.</summary>
public sealed class RunningService : IAsyncDisposable
{
    private readonly Process process;

    private RunningService(Process process, IPEndPoint address) => (this.process, Address) = (process, address);

    public IPEndPoint Address { get; }

    /// <param name="program">Jobs.Api.dll, or the program of a published service.</param>
    /// <param name="folder">Keeps the database from one start to the next.</param>
    /// <param name="environment">Development fills an empty database with samples.</param>
    /// <param name="settings">More settings, as on the command line.</param>
    public static async Task<RunningService> StartAsync(
        string program, string folder, string environment, params IEnumerable<string> settings)
    {
        var start = StartInfo(program, ["--urls", "http://127.0.0.1:0", .. settings]);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["JOBS_DATA"] = folder;
        var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync();
        const string Sentence = "Now listening on: http://127.0.0.1:";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Sentence, StringComparison.Ordinal) is not (>= 0 and var at)) continue;
            var port = int.Parse(line.AsSpan(at + Sentence.Length), CultureInfo.InvariantCulture);
            _ = process.StandardOutput.ReadToEndAsync(); // A pipe that nobody reads would stop it.
            return new RunningService(process, new IPEndPoint(IPAddress.Loopback, port));
        }

        throw new InvalidOperationException("The service ended instead of listening.");
    }

    /// <summary>How Jobs.Api.dll is started, or the program of a published service.</summary>
    public static ProcessStartInfo StartInfo(string program, params IEnumerable<string> arguments) =>
        program.EndsWith(".dll", StringComparison.Ordinal)
            ? new ProcessStartInfo("dotnet", [program, .. arguments])
            : new ProcessStartInfo(program, arguments);

    public ResidentMemory Memory() => ResidentMemory.Of(process.Id);

    /// <summary>Of all its threads since its start.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>From now on <see cref="ResidentMemory.Peak"/> is what comes.</summary>
    public void ForgetPeak() => File.WriteAllText($"/proc/{process.Id}/clear_refs", "5");

    public async ValueTask DisposeAsync()
    {
        using (var stop = Process.Start("kill", ["-TERM", $"{process.Id}"])) await stop.WaitForExitAsync();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
