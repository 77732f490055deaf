using System.Diagnostics;

namespace Jobs.Api.Tests.Startup;

/// <summary>The built service as a process of its own, with nothing in its environment that a test did not put there.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private ServiceProcess(string[] arguments, Dictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Jobs.Api.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.Contains("__", StringComparison.Ordinal)
            || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name == "JOBS_DATA").ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        process = Process.Start(start)!;
        errors = process.StandardError.ReadToEndAsync();
    }

    public static ServiceProcess Start(string[] arguments, Dictionary<string, string?> environment) =>
        new(arguments, environment);

    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string[] arguments, Dictionary<string, string?>? environment = null)
    {
        using var service = new ServiceProcess(arguments, environment ?? []);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(5)); // A start that should have been refused and was not would go on for ever.
        var output = await service.process.StandardOutput.ReadToEndAsync(limit.Token);
        return (await service.ExitAsync(), output, await service.errors);
    }

    /// <summary>The address that the service says it listens on.</summary>
    public async Task<Uri> ListeningAsync()
    {
        const string Sentence = "Now listening on: ";
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.IndexOf(Sentence, StringComparison.Ordinal) is var at and >= 0)
                return new Uri(line[(at + Sentence.Length)..]);
        }
        throw new InvalidOperationException($"The service ended instead of listening: {await errors}");
    }

    /// <summary>What a service manager does: SIGTERM, then wait for the end.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        return await ExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private async Task<int> ExitAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
