using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.SchemaComparison;

/// <summary>What became of the named types.</summary>
internal static class TypeChanges
{
    public static void Find(GraphQLSchema before, GraphQLSchema after, FoundChanges found)
    {
        var types = new NamedPairs<TypeDefinition>(before.Types, after.Types, type => type.Name);
        foreach (var type in types.Removed) found.Add(SchemaChangeKind.TypeRemoved, type.Name, $"{type} was removed.");
        foreach (var type in types.Added) found.Add(SchemaChangeKind.TypeAdded, type.Name, $"{type} was added.");
        foreach (var (old, @new) in types.Kept)
        {
            if (ReferenceEquals(old, @new)) continue; // Built in.
            found.CompareDescriptions(old.Name, old.Description, @new.Description);
            Compare(old, @new, found);
        }
    }

    private static void Compare(TypeDefinition before, TypeDefinition after, FoundChanges found)
    {
        switch (before, after)
        {
            case (ObjectType, ObjectType) or (InterfaceType, InterfaceType):
                FieldChanges.Find((FieldsType)before, (FieldsType)after, found);
                CompareInterfaces((FieldsType)before, (FieldsType)after, found);
                break;
            case (UnionType old, UnionType @new):
                CompareMembers(old, @new, found);
                break;
            case (EnumType old, EnumType @new):
                CompareValues(old, @new, found);
                break;
            case (InputObjectType old, InputObjectType @new):
                InputValueChanges.OfInputObject(old, @new, found);
                break;
            case (ScalarType old, ScalarType @new):
                if (old.SpecifiedByUrl != @new.SpecifiedByUrl)
                    found.Add(SchemaChangeKind.SpecifiedByChanged, old.Name,
                        $"{old} was specified by {old.SpecifiedByUrl ?? "nothing"}, now by {@new.SpecifiedByUrl ?? "nothing"}.");
                break;
            default:
                found.Add(SchemaChangeKind.TypeChangedKind, before.Name,
                    $"{before} changed from {KindOf(before)} to {KindOf(after)}.");
                break;
        }
    }

    private static void CompareInterfaces(FieldsType before, FieldsType after, FoundChanges found)
    {
        var interfaces = new NamedPairs<InterfaceType>(before.Interfaces, after.Interfaces, type => type.Name);
        foreach (var type in interfaces.Added)
            found.Add(SchemaChangeKind.ImplementedInterfaceAdded, before.Name, $"{before} implements {type} now.", type.Name);
        foreach (var type in interfaces.Removed)
            found.Add(SchemaChangeKind.ImplementedInterfaceRemoved, before.Name,
                $"{before} no longer implements {type}.", type.Name);
    }

    private static void CompareMembers(UnionType before, UnionType after, FoundChanges found)
    {
        var members = new NamedPairs<ObjectType>(before.Types, after.Types, type => type.Name);
        foreach (var type in members.Added)
            found.Add(SchemaChangeKind.TypeAddedToUnion, before.Name, $"{type} was added to the union {before}.", type.Name);
        foreach (var type in members.Removed)
            found.Add(SchemaChangeKind.TypeRemovedFromUnion, before.Name,
                $"{type} was removed from the union {before}.", type.Name);
    }

    private static void CompareValues(EnumType before, EnumType after, FoundChanges found)
    {
        var values = new NamedPairs<EnumValueDefinition>(before.Values, after.Values, value => value.Name);
        foreach (var value in values.Added)
            found.Add(SchemaChangeKind.ValueAddedToEnum, $"{before}.{value.Name}", $"The value {before}.{value.Name} was added.");
        foreach (var value in values.Removed)
            found.Add(SchemaChangeKind.ValueRemovedFromEnum, $"{before}.{value.Name}",
                $"The value {before}.{value.Name} was removed.");
        foreach (var (old, @new) in values.Kept)
        {
            found.CompareDescriptions($"{before}.{old.Name}", old.Description, @new.Description);
            found.CompareDeprecations($"{before}.{old.Name}", old.DeprecationReason, @new.DeprecationReason);
        }
    }

    private static string KindOf(TypeDefinition type) => type switch
    {
        ScalarType => "a scalar",
        ObjectType => "an object type",
        InterfaceType => "an interface",
        UnionType => "a union",
        EnumType => "an enum",
        _ => "an input object",
    };
}
