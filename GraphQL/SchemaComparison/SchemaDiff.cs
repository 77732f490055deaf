using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.SchemaComparison;

/// <summary>Finds everything that differs between two versions of a schema, and what it does to clients.</summary>
/// <remarks>Applied directives other than the built-in ones say nothing to clients and are not compared.</remarks>
public static class SchemaDiff
{
    /// <summary>Types in the order of the old version, then directives, then root types.</summary>
    public static IReadOnlyList<SchemaChange> Compare(GraphQLSchema before, GraphQLSchema after)
    {
        var found = new FoundChanges();
        TypeChanges.Find(before, after, found);
        DirectiveChanges.Find(before, after, found);
        foreach (var operation in Enum.GetValues<OperationType>())
            CompareRoot(operation, before.RootTypeOf(operation)?.Name, after.RootTypeOf(operation)?.Name, found);
        return found.Changes;
    }

    private static void CompareRoot(OperationType operation, string? before, string? after, FoundChanges found)
    {
        if (before == after) return;
        var name = operation.ToString().ToLowerInvariant();
        if (before is null)
            found.Add(SchemaChangeKind.RootTypeAdded, after!, $"{after} became the {name} type.");
        else if (after is null)
            found.Add(SchemaChangeKind.RootTypeRemoved, before, $"{before} is no longer the {name} type: there is none.");
        else
            found.Add(SchemaChangeKind.RootTypeChanged, before, $"The {name} type changed from {before} to {after}.");
    }
}
