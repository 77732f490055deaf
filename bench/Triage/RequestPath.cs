using BenchmarkDotNet.Attributes;
using Jobs.Api.Triage;
using Jobs.Persistence;
using Microsoft.Extensions.Options;

namespace Jobs.TriageBenchmark;

/// <summary>What triage costs a request that went well, and one that did not.</summary>
public class RequestPath
{
    private static readonly string[] Operations = [.. Enumerable.Range(0, 50).Select(number => $"Operation{number}")];
    private static readonly ViewerVariant[] Shown =
        [new("save-hint", "hint"), new("apply-hint", "control"), new("inbox-hint", "b")];

    private static readonly string[] Viewers = [.. Enumerable.Range(0, 1000).Select(number => $"{number:x32}")];
    private readonly ErrorTriage _triage = new(TimeProvider.System, Options.Create(new TriageOptions()));
    private readonly ErrorFingerprint[] _errors =
    [
        .. Enumerable.Range(0, 2000).Select(number => ErrorFingerprint.Of(
            ErrorSource.Graphql, Operations[number % 50], [$"field{number}"], "System.TimeoutException", "Jobs.Posts.Page")),
    ];

    private int _turn;

    [GlobalSetup]
    public void KnowEverything()
    {
        foreach (var error in _errors) _triage.See(new ErrorSighting(error, DateTimeOffset.UtcNow));
    }

    [Benchmark(Description = "a request of somebody in no experiment")]
    public void Request() => _triage.CountRequest(Operations[++_turn % 50], failed: false, []);

    [Benchmark(Description = "a request of somebody in three experiments")]
    public void RequestInExperiments() => _triage.CountRequest(Operations[++_turn % 50], failed: false, Shown);

    [Benchmark(Description = "an expected outcome")]
    public TriagedError? Expected() => _triage.CountExpected("UNAUTHENTICATED");

    [Benchmark(Description = "an error of the 2,000 known ones, with its viewer")]
    public TriagedError Error() => _triage.See(new ErrorSighting(_errors[++_turn % 2000], DateTimeOffset.UtcNow)
    {
        Core = true,
        Viewer = Viewers[_turn % 1000],
        Release = "jobs@1",
    });

    [Benchmark(Description = "the same of somebody in three experiments")]
    public TriagedError ErrorInExperiments() => _triage.See(new ErrorSighting(_errors[++_turn % 2000], DateTimeOffset.UtcNow)
    {
        Core = true,
        Viewer = Viewers[_turn % 1000],
        Release = "jobs@1",
        Variants = Shown,
    });
}
