using System.Diagnostics;
using System.Reflection;

namespace Jobs.Api.Triage;

/// <summary>The method of ours that was running when an exception was thrown.</summary>
internal static class InAppFrame
{
    private const string Ours = "Jobs.";

    /// <summary>Null: none was, or nobody threw it.</summary>
    public static string? TopOf(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            foreach (var frame in new StackTrace(current).GetFrames())
                if (frame.GetMethod() is { } method && NameOf(method) is { } name) return name;
        }
        return null;
    }

    // What the compiler makes of iterators, asynchronous methods and lambdas is called <Method>d__3 or <Method>b__3_1, and the
    // numbers change with every edit of the file.
    private static string? NameOf(MethodBase method)
    {
        if (method.DeclaringType is not { Namespace: { } place } type || !place.StartsWith(Ours, StringComparison.Ordinal))
            return null;
        var name = Written(method.Name);
        while (type.Name.StartsWith('<') && type.DeclaringType is { } outer)
        {
            if (Written(type.Name) is { Length: > 0 } written) name = written;
            type = outer;
        }
        return $"{type.FullName}.{name}";
    }

    private static string Written(string name)
    {
        var from = name.LastIndexOf('<'); // A lambda of its own in an asynchronous one is <<Method>b__3>d.
        var to = name.IndexOf('>', Math.Max(0, from));
        return from >= 0 && to > from ? name[(from + 1)..to] : name;
    }
}
