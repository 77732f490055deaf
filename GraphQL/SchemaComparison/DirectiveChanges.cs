using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.SchemaComparison;

/// <summary>What became of the directives.</summary>
internal static class DirectiveChanges
{
    public static void Find(GraphQLSchema before, GraphQLSchema after, FoundChanges found)
    {
        var directives = new NamedPairs<DirectiveDefinition>(before.Directives, after.Directives, directive => directive.Name);
        foreach (var directive in directives.Removed)
            found.Add(SchemaChangeKind.DirectiveRemoved, $"@{directive.Name}", $"The directive @{directive.Name} was removed.");
        foreach (var directive in directives.Added)
            found.Add(SchemaChangeKind.DirectiveAdded, $"@{directive.Name}", $"The directive @{directive.Name} was added.");
        foreach (var (old, @new) in directives.Kept)
        {
            if (!ReferenceEquals(old, @new)) Compare($"@{old.Name}", old, @new, found);
        }
    }

    private static void Compare(string coordinate, DirectiveDefinition before, DirectiveDefinition after, FoundChanges found)
    {
        InputValueChanges.OfArguments(coordinate, before.Arguments, after.Arguments, found);
        if (before.IsRepeatable && !after.IsRepeatable)
            found.Add(SchemaChangeKind.DirectiveRepeatableRemoved, coordinate, $"{coordinate} is no longer repeatable.");
        else if (after.IsRepeatable && !before.IsRepeatable)
            found.Add(SchemaChangeKind.DirectiveRepeatableAdded, coordinate, $"{coordinate} is repeatable now.");
        found.CompareDescriptions(coordinate, before.Description, after.Description);
        foreach (var location in before.Locations.Except(after.Locations))
            found.Add(SchemaChangeKind.DirectiveLocationRemoved, coordinate,
                $"{location} is no longer a location of {coordinate}.", location);
        foreach (var location in after.Locations.Except(before.Locations))
            found.Add(SchemaChangeKind.DirectiveLocationAdded, coordinate,
                $"{location} is a location of {coordinate} now.", location);
    }
}
