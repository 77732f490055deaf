using System.Net.Http.Headers;
using System.Text;
using Jobs.Testing;

namespace Jobs.PerformanceBenchmark;

/// <summary>One of the two servers, as a process.</summary>
internal sealed class Server(RunningService process, bool isBaseline, string? counters) : IAsyncDisposable
{
    private double most;
    private readonly HttpClient http = new() { BaseAddress = new Uri($"http://{process.Address}") };

    public RunningService Process => process;

    public string Name => isBaseline ? "baseline" : "service";

    public bool IsBaseline => isBaseline;

    public string Address(Operation operation) => $"http://{process.Address}{Path(operation)}";

    public string Path(Operation operation) => isBaseline ? operation.BaselinePath : Operation.ServicePath;

    /// <summary>What was resident since its start, in MB.</summary>
    public double MostResident => Math.Max(most, process.Memory().Peak);

    /// <summary>Since its start.</summary>
    public long AllocatedBytes => Servers.AllocatedBytes(counters ?? throw new InvalidOperationException("It is not counted."));

    /// <summary>From now on its peak is what comes.</summary>
    public void ForgetPeak()
    {
        most = MostResident;
        process.ForgetPeak();
    }

    /// <summary>The bytes of the answer to one request.</summary>
    public async Task<byte[]> AnswerAsync(Operation operation, Request request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, Path(operation))
        {
            Content = new StringContent(request.Body, Encoding.UTF8, "application/json"),
        };
        if (request.Token is { } token) message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(message);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await process.DisposeAsync();
    }
}
