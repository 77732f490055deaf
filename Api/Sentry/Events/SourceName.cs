using System.Reflection;
using System.Text.RegularExpressions;

namespace Jobs.Api.Sentry;

/// <summary>A method's name as it is in the source, where the compiler has made a type or a name of its own for it.</summary>
internal static partial class SourceName
{
    public static (string? Module, string Function) Of(MethodBase method)
    {
        if (method.DeclaringType is not { } type) return (null, method.Name); // Compiled at run time.
        var name = method.Name;
        if (StateMachine().Match(type.Name) is { Success: true } machine) name = machine.Groups["method"].Value;
        while (type.Name.StartsWith('<') && type.DeclaringType is { } outer) type = outer;
        return (NameOf(type), Readable(name));
    }

    private static string Readable(string name)
    {
        if (LocalFunction().Match(name) is { Success: true } local)
            return $"{Readable(local.Groups["outer"].Value)}.{local.Groups["name"].Value}";
        return Lambda().Match(name) is { Success: true } lambda ? $"{Readable(lambda.Groups["outer"].Value)} (lambda)" : name;
    }

    private static string NameOf(Type type) =>
        ((type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName ?? type.Name).Replace('+', '.');

    // Async methods and iterators: Feed.<ReadAsync>d__3.MoveNext
    [GeneratedRegex(@"^<(?<method>.+)>d(__[0-9]+)?(`[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex StateMachine();

    [GeneratedRegex(@"^<(?<outer>.+)>g__(?<name>[^|]+)\|", RegexOptions.CultureInvariant)]
    private static partial Regex LocalFunction();

    [GeneratedRegex("^<(?<outer>.*)>b__", RegexOptions.CultureInvariant)]
    private static partial Regex Lambda();
}
