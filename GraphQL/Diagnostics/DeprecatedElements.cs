using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Diagnostics;

/// <summary>The deprecated elements of a schema, and the input types inside which there are some.</summary>
public sealed class DeprecatedElements
{
    private readonly HashSet<TypeDefinition> _inputTypes = [];

    internal DeprecatedElements(GraphQLSchema schema)
    {
        Coordinates = [.. Find(schema)];
        foreach (var type in schema.Types)
        {
            if (HoldsDeprecated(type)) _inputTypes.Add(type);
        }

        int known;
        do // Until no further input object is found to contain one that is known.
        {
            known = _inputTypes.Count;
            _inputTypes.UnionWith(schema.Types.OfType<InputObjectType>()
                .Where(type => type.Fields.Any(field => Reaches(field.Type))).ToList());
        }
        while (_inputTypes.Count > known);
    }

    /// <summary>Schema coordinates in the order of the schema, with the reasons.</summary>
    public IReadOnlyList<(string Coordinate, string Reason)> Coordinates { get; }

    /// <summary>Whether a value of this input type can use something deprecated.</summary>
    internal bool Reaches(GraphQLType inputType) => _inputTypes.Contains(inputType.NamedType);

    private static bool HoldsDeprecated(TypeDefinition type) => type switch
    {
        InputObjectType input => input.Fields.Any(field => field.DeprecationReason is not null),
        EnumType @enum => @enum.Values.Any(value => value.DeprecationReason is not null),
        _ => false,
    };

    private static IEnumerable<(string, string)> Find(GraphQLSchema schema) => schema.Types
        .Where(type => type.SyntaxNode is not null)
        .SelectMany(type => type switch
        {
            FieldsType fields => fields.Fields.SelectMany(field => Of(fields, field)),
            InputObjectType input => input.Fields.Select(field => ($"{input}.{field.Name}", field.DeprecationReason)),
            EnumType @enum => @enum.Values.Select(value => ($"{@enum}.{value.Name}", value.DeprecationReason)),
            _ => [],
        })
        .Where(element => element.Item2 is not null).Select(element => (element.Item1, element.Item2!));

    private static IEnumerable<(string, string?)> Of(FieldsType type, FieldDefinition field) => field.Arguments
        .Select(argument => ($"{type}.{field.Name}({argument.Name}:)", argument.DeprecationReason))
        .Prepend(($"{type}.{field.Name}", field.DeprecationReason));
}
