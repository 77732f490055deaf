using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.SchemaComparison;

/// <summary>What became of arguments and input fields: the same questions, under names of their own.</summary>
internal sealed class InputValueChanges
{
    private static readonly InputValueChanges OfFieldArguments = new()
    {
        Noun = "argument",
        RequiredAdded = SchemaChangeKind.RequiredArgumentAdded,
        OptionalAdded = SchemaChangeKind.OptionalArgumentAdded,
        Removed = SchemaChangeKind.ArgumentRemoved,
    };

    private static readonly InputValueChanges OfDirectiveArguments = new()
    {
        Noun = "argument",
        RequiredAdded = SchemaChangeKind.RequiredDirectiveArgumentAdded,
        OptionalAdded = SchemaChangeKind.OptionalDirectiveArgumentAdded,
        Removed = SchemaChangeKind.DirectiveArgumentRemoved,
    };

    private static readonly InputValueChanges OfInputFields = new()
    {
        Noun = "input field",
        RequiredAdded = SchemaChangeKind.RequiredInputFieldAdded,
        OptionalAdded = SchemaChangeKind.OptionalInputFieldAdded,
        Removed = SchemaChangeKind.FieldRemoved,
        ChangedKind = SchemaChangeKind.FieldChangedKind,
        ChangedKindSafely = SchemaChangeKind.FieldChangedKindSafely,
        BecameRequired = SchemaChangeKind.InputFieldBecameRequired,
        DefaultAdded = SchemaChangeKind.InputFieldDefaultAdded,
        DefaultChanged = SchemaChangeKind.InputFieldDefaultChanged,
    };

    internal required string Noun { get; init; }

    internal required SchemaChangeKind RequiredAdded { get; init; }

    internal required SchemaChangeKind OptionalAdded { get; init; }

    internal required SchemaChangeKind Removed { get; init; }

    private SchemaChangeKind ChangedKind { get; init; } = SchemaChangeKind.ArgumentChangedKind;

    private SchemaChangeKind ChangedKindSafely { get; init; } = SchemaChangeKind.ArgumentChangedKindSafely;

    private SchemaChangeKind BecameRequired { get; init; } = SchemaChangeKind.ArgumentBecameRequired;

    private SchemaChangeKind DefaultAdded { get; init; } = SchemaChangeKind.ArgumentDefaultAdded;

    private SchemaChangeKind DefaultChanged { get; init; } = SchemaChangeKind.ArgumentDefaultChanged;

    /// <summary>Of a field (<c>Type.field</c>) or a directive (<c>@name</c>).</summary>
    public static void OfArguments(string owner, InputValueDefinitions before, InputValueDefinitions after, FoundChanges found)
    {
        var arguments = owner.StartsWith('@') ? OfDirectiveArguments : OfFieldArguments;
        arguments.Find(name => $"{owner}({name}:)", before, after, found);
    }

    public static void OfInputObject(InputObjectType before, InputObjectType after, FoundChanges found)
    {
        if (after.IsOneOf && !before.IsOneOf)
            found.Add(SchemaChangeKind.OneOfAdded, before.Name, $"{before} takes exactly one field now (@oneOf).");
        else if (before.IsOneOf && !after.IsOneOf)
            found.Add(SchemaChangeKind.OneOfRemoved, before.Name, $"{before} takes any number of fields now (no @oneOf).");
        OfInputFields.Find(name => $"{before}.{name}", before.Fields, after.Fields, found);
    }

    private void Find(
        Func<string, string> coordinateOf, InputValueDefinitions before, InputValueDefinitions after, FoundChanges found)
    {
        var values = new NamedPairs<InputValueDefinition>(before, after, value => value.Name);
        foreach (var value in values.Removed)
        {
            var coordinate = coordinateOf(value.Name);
            found.Add(Removed, coordinate, $"The {Noun} {coordinate} was removed.");
        }

        foreach (var value in values.Added)
        {
            var coordinate = coordinateOf(value.Name);
            if (value.IsRequired) found.Add(RequiredAdded, coordinate, $"The required {Noun} {coordinate} was added.");
            else found.Add(OptionalAdded, coordinate, $"The optional {Noun} {coordinate} was added.");
        }

        foreach (var (old, @new) in values.Kept) Compare(coordinateOf(old.Name), old, @new, found);
    }

    private void Compare(string coordinate, InputValueDefinition before, InputValueDefinition after, FoundChanges found)
    {
        var message = $"The {Noun} {coordinate} changed its type from {before.Type} to {after.Type}.";
        if (IsSafe(before.Type, after.Type))
        {
            CompareDefaults(coordinate, before, after, found);
            if (before.Type.ToString() != after.Type.ToString()) found.Add(ChangedKindSafely, coordinate, message);
        }
        else
        {
            found.Add(ChangedKind, coordinate, message);
        }

        found.CompareDescriptions(coordinate, before.Description, after.Description);
        found.CompareDeprecations(coordinate, before.DeprecationReason, after.DeprecationReason);
    }

    private void CompareDefaults(string coordinate, InputValueDefinition before, InputValueDefinition after, FoundChanges found)
    {
        var (old, @new) = (CanonicalLiteral.Of(before.DefaultValue), CanonicalLiteral.Of(after.DefaultValue));
        if (old == @new) return;
        if (old is null)
            found.Add(DefaultAdded, coordinate, $"The {Noun} {coordinate} has the default {@new} now.");
        else if (@new is not null)
            found.Add(DefaultChanged, coordinate, $"The {Noun} {coordinate} changed its default from {old} to {@new}.");
        else if (after.IsRequired)
            found.Add(BecameRequired, coordinate, $"The {Noun} {coordinate} lost its default {old} and became required.");
        else
            found.Add(DefaultChanged, coordinate, $"The {Noun} {coordinate} lost its default {old}.");
    }

    /// <summary>Every value of the old type is one of the new type: the same, with nulls allowed in more places.</summary>
    private static bool IsSafe(GraphQLType before, GraphQLType after)
    {
        while (true)
        {
            if (after.IsNonNull && !before.IsNonNull) return false;
            (before, after) = (before.NullableType, after.NullableType);
            if (before is not ListType list || after is not ListType otherList)
                return before is TypeDefinition type && after is TypeDefinition other && type.Name == other.Name;
            (before, after) = (list.ItemType, otherList.ItemType);
        }
    }
}
