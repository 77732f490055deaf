namespace Jobs.Api.Tests.WebSockets;

/// <summary>Counts the scopes in which something was resolved.</summary>
public sealed class Visits
{
    private int opened;
    private int closed;

    public int Open => opened - closed;

    /// <summary>Done when the field <c>wait</c> is being resolved.</summary>
    public TaskCompletionSource Waiting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the field <c>wait</c> waits for.</summary>
    public TaskCompletionSource<string> WaitingEnds { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Enter() => Interlocked.Increment(ref opened);

    public void Leave() => Interlocked.Increment(ref closed);
}

/// <summary>One scope, and who is in it.</summary>
public sealed class Visit(Visits visits) : IDisposable
{
    public int Number { get; } = visits.Enter();

    public string Viewer { get; set; } = "nobody";

    public void Dispose() => visits.Leave();
}
