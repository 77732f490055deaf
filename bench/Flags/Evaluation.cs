using BenchmarkDotNet.Attributes;
using Jobs.Experiments;
using Microsoft.Extensions.DependencyInjection;

namespace Jobs.FlagsBenchmark;

/// <summary>What flags cost a request: from its scope to the states, the scope included.</summary>
public class Evaluation
{
    private static readonly string[] Keys = [.. Enumerable.Range(0, Board.FlagCount).Select(Board.KeyOf)];
    private Board? _board;
    private Instance? _instance;
    private AsyncServiceScope _request;
    private ViewerFlags? _flags;
    private long _userId;

    // The toolchain that runs in this process waits for nothing.
    [GlobalSetup]
    public void Open() => OpenAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Close() => CloseAsync().GetAwaiter().GetResult();

    [Benchmark(Description = "20 flags, half with variants, for one viewer")]
    public int All()
    {
        using var request = _instance!.OpenScope();
        request.ServiceProvider.GetRequiredService<FlagSubject>().SignIn(++_userId);
        var flags = request.ServiceProvider.GetRequiredService<ViewerFlags>();
        return CountOn(flags);
    }

    [Benchmark(Description = "the same 20 once more in one request")]
    public int Again() => CountOn(_flags!);

    [Benchmark(Description = "a flag that is off")]
    public bool Off() => IsOn(_flags!, "off");

    [Benchmark(Description = "a flag that is unknown")]
    public bool Unknown() => IsOn(_flags!, "unknown");

    private static int CountOn(ViewerFlags flags)
    {
        var on = 0;
        foreach (var key in Keys)
            if (IsOn(flags, key)) on++;
        return on;
    }

    private static bool IsOn(ViewerFlags flags, string key)
    {
        var state = flags.FindAsync(key, CancellationToken.None);
        if (!state.IsCompletedSuccessfully) throw new InvalidOperationException("Nothing here has to wait.");
        return state.Result.IsEnabled;
    }

    private async Task OpenAsync()
    {
        _board = await Board.OpenAsync();
        _instance = await _board.NewInstance().StartAsync();
        _request = _instance.OpenScope();
        _flags = _request.ServiceProvider.GetRequiredService<ViewerFlags>();
        _request.ServiceProvider.GetRequiredService<FlagSubject>().SignIn(1);
        CountOn(_flags);
    }

    private async Task CloseAsync()
    {
        await _request.DisposeAsync();
        await _instance!.DisposeAsync();
        await _board!.DisposeAsync();
    }
}
