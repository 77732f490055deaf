using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.SchemaComparison;

/// <summary>What became of the fields of an object type or interface.</summary>
internal static class FieldChanges
{
    public static void Find(FieldsType before, FieldsType after, FoundChanges found)
    {
        var fields = new NamedPairs<FieldDefinition>(before.Fields, after.Fields, field => field.Name);
        foreach (var field in fields.Removed)
            found.Add(SchemaChangeKind.FieldRemoved, $"{before}.{field.Name}", $"The field {before}.{field.Name} was removed.");
        foreach (var field in fields.Added)
            found.Add(SchemaChangeKind.FieldAdded, $"{before}.{field.Name}", $"The field {before}.{field.Name} was added.");
        foreach (var (old, @new) in fields.Kept)
        {
            var coordinate = $"{before}.{old.Name}";
            InputValueChanges.OfArguments(coordinate, old.Arguments, @new.Arguments, found);
            CompareTypes(coordinate, old.Type, @new.Type, found);
            found.CompareDescriptions(coordinate, old.Description, @new.Description);
            found.CompareDeprecations(coordinate, old.DeprecationReason, @new.DeprecationReason);
        }
    }

    private static void CompareTypes(string coordinate, GraphQLType before, GraphQLType after, FoundChanges found)
    {
        var message = $"The field {coordinate} changed its type from {before} to {after}.";
        if (!IsSafe(before, after)) found.Add(SchemaChangeKind.FieldChangedKind, coordinate, message);
        else if (before.ToString() != after.ToString()) found.Add(SchemaChangeKind.FieldChangedKindSafely, coordinate, message);
    }

    /// <summary>A client that reads the old type can read the new one: the same without some nulls.</summary>
    private static bool IsSafe(GraphQLType before, GraphQLType after)
    {
        while (true)
        {
            if (before is NonNullType)
            {
                if (after is not NonNullType) return false;
                before = before.NullableType;
            }

            after = after.NullableType;
            if (before is not ListType list || after is not ListType otherList)
                return before is TypeDefinition type && after is TypeDefinition other && type.Name == other.Name;
            (before, after) = (list.ItemType, otherList.ItemType);
        }
    }
}
