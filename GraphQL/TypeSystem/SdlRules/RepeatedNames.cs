using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>Names that occur again although they may occur only once.</summary>
internal static class RepeatedNames
{
    /// <summary>One error per repetition, pointing to the first occurrence and the repeated one.</summary>
    public static void Report(IEnumerable<NameNode> names, SdlErrors errors, Func<string, string> message)
    {
        var first = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!first.TryAdd(name.Value, name))
                errors.Report(message(name.Value), first[name.Value], name);
        }
    }

    /// <summary>One error per name, pointing to all its occurrences.</summary>
    public static void ReportTogether(IEnumerable<NameNode> names, SdlErrors errors, Func<string, string> message)
    {
        foreach (var occurrences in names.GroupBy(name => name.Value).Where(group => group.Skip(1).Any()))
            errors.Report(message(occurrences.Key), occurrences);
    }
}
