using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Jobs.Api.Sentry;

/// <summary>Where an exception came from: callers first, the method that threw last.</summary>
/// <remarks>https://develop.sentry.dev/sdk/data-model/event-payloads/stacktrace/</remarks>
internal static class StackFrames
{
    private const int FramesMax = 50;
    private const string OurPrefix = "Jobs.";
    private static readonly string ProjectFolder = FolderAbove();

    public static IReadOnlyList<SentryFrame> Of(Exception exception)
    {
        var frames = new List<SentryFrame>();
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames().Reverse())
        {
            if (!frame.HasMethod() || IsHidden(frame.GetMethod()!)) continue;
            frames.Add(Of(frame));
            if (IsAsynchronous(frame.GetMethod()!)) DropRepetition(frames);
        }

        // Both ends tell the story: who asked, and what broke.
        if (frames.Count > FramesMax) frames.RemoveRange(FramesMax / 2, frames.Count - FramesMax);
        return frames;
    }

    // One exception that many fields wait for is thrown once more for each of them, by the same one or two methods.
    private static void DropRepetition(List<SentryFrame> frames)
    {
        if (frames is [.., var before, var last] && before == last) frames.RemoveAt(frames.Count - 1);
        else if (frames is [.., var one, var two, var again, var andAgain] && one == again && two == andAgain)
            frames.RemoveRange(frames.Count - 2, 2);
    }

    private static bool IsAsynchronous(MethodBase method) => method.DeclaringType?.IsAssignableTo(typeof(IAsyncStateMachine)) == true;

    private static SentryFrame Of(StackFrame frame)
    {
        var (module, function) = SourceName.Of(frame.GetMethod()!);
        return new SentryFrame(
            module, function, FileIn(frame.GetFileName()), frame.GetFileLineNumber() is >= 1 and var line ? line : null,
            module?.StartsWith(OurPrefix, StringComparison.Ordinal) == true);
    }

    // What merely carries an exception from one task to the next.
    private static bool IsHidden(MethodBase method) => method.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false)
        || method.DeclaringType?.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false) == true;

    // The folder of whoever built the program is nobody's business.
    private static string? FileIn(string? path) => path is null ? null
        : path.StartsWith(ProjectFolder, StringComparison.Ordinal) ? path[ProjectFolder.Length..].Replace('\\', '/')
        : Path.GetFileName(path);

    private static string FolderAbove([CallerFilePath] string path = "") =>
        path[..^$"Api/Sentry/Events/{nameof(StackFrames)}.cs".Length];
}
