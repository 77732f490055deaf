using System.Text.Json;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Diagnostics;

/// <summary>Which deprecated elements an operation uses: by its document, and by variables whose types have any.</summary>
/// <remarks>
/// What <c>@skip</c> leaves out counts: the client still asks for it. A field counts at the type that it is selected on, which
/// for an interface is the interface's.
/// </remarks>
internal sealed class DeprecatedUses
{
    private static readonly DeprecatedUses None = new([], []);

    private readonly IReadOnlyCollection<string> _inDocument;
    private readonly IReadOnlyList<VariableDefinition> _variables;

    private DeprecatedUses(IReadOnlyCollection<string> inDocument, IReadOnlyList<VariableDefinition> variables) =>
        (_inDocument, _variables) = (inDocument, variables);

    public static DeprecatedUses Of(
        GraphQLSchema schema, OperationDefinitionNode operation, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
    {
        if (schema.DeprecatedElements.Coordinates.Count == 0) return None;
        var walk = new DeprecatedUseWalk(schema);
        walk.Walk(operation, fragments);
        var variables = operation.VariableDefinitions.Select(node => VariableDefinition.Of(schema, node))
            .Where(variable => schema.DeprecatedElements.Reaches(variable.Type)).ToList();
        return walk.Found.Count == 0 && variables.Count == 0 ? None : new DeprecatedUses(walk.Found, variables);
    }

    public IReadOnlyCollection<string> With(JsonElement variables)
    {
        if (_variables.Count == 0 || variables.ValueKind != JsonValueKind.Object) return _inDocument;
        HashSet<string>? found = null;
        foreach (var definition in _variables)
        {
            if (variables.TryGetProperty(definition.Name, out var value))
                Find(value, definition.Type, found ??= [.. _inDocument]);
        }

        return found ?? _inDocument;
    }

    /// <summary>The value fits its type: the request got this far.</summary>
    private static void Find(JsonElement value, GraphQLType type, HashSet<string> found)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var itemType = type.NullableType is ListType list ? list.ItemType : type;
            foreach (var item in value.EnumerateArray()) Find(item, itemType, found);
            return;
        }

        switch (type.NamedType)
        {
            case EnumType @enum when value.ValueKind == JsonValueKind.String:
                if (@enum.Find(value.GetString()!) is { DeprecationReason: not null } name) found.Add($"{@enum}.{name.Name}");
                break;
            case InputObjectType input when value.ValueKind == JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    if (input.Fields.Find(property.Name) is not { } field) continue;
                    if (field.DeprecationReason is not null) found.Add($"{input}.{field.Name}");
                    Find(property.Value, field.Type, found);
                }

                break;
        }
    }
}
