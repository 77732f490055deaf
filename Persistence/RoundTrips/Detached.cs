namespace Jobs.Persistence;

/// <summary>Begins on this thread what belongs to no request: nothing of the flow and the context that begin it goes along.</summary>
internal static class Detached
{
    private static readonly AsyncLocal<bool> Mark = new();
    private static readonly ExecutionContext Nobodys = Capture(Mark);

    /// <summary>Whether the calling flow was begun here.</summary>
    public static bool IsCurrent => Mark.Value;

    public static void Begin(Func<Task> begin) => ExecutionContext.Run(Nobodys, static begin =>
    {
        SynchronizationContext.SetSynchronizationContext(null); // The caller's comes back with its flow.
        _ = ((Func<Task>)begin!)();
    }, begin);

    // A thread that is started so has nothing of anybody's.
    private static ExecutionContext Capture(AsyncLocal<bool> mark)
    {
        ExecutionContext? captured = null;
        var thread = new Thread(() =>
        {
            mark.Value = true;
            captured = ExecutionContext.Capture();
        });
        thread.UnsafeStart();
        thread.Join();
        return captured!;
    }
}
