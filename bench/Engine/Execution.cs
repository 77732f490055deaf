using BenchmarkDotNet.Attributes;

namespace Jobs.EngineBenchmark;

/// <summary>Requests from the bytes of a cached document to the bytes of the response.</summary>
public class Execution
{
    private readonly Request _fields900 = Responses.Fields900;
    private readonly Request _small = Responses.Small;
    private readonly Request _feed = Responses.Feed;
    private readonly Request _lookAhead = Responses.LookAhead;
    private readonly Request _introspection = Responses.Introspection;

    [Benchmark(Description = "900 fields that are there")]
    public int Fields900() => _fields900.Send();

    [Benchmark(Description = "cached document of 3 fields")]
    public int Small() => _small.Send();

    [Benchmark(Description = "feed 20 x 12 with a DataLoader")]
    public int Feed() => _feed.Send();

    [Benchmark(Description = "look-ahead")]
    public int LookAhead() => _lookAhead.Send();

    [Benchmark(Description = "introspection of a small schema")]
    public int Introspection() => _introspection.Send();
}
