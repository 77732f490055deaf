using System.Text.Json;
using System.Text.Json.Nodes;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.Api.Tests.Errors;

/// <summary>An operation that fills every argument of one field, once with variables and once in the document itself.</summary>
public sealed record FilledOperation(OperationType Kind, string Coordinate, string Query, JsonObject Variables, string Literally);

/// <summary>Operations that together fill every argument of a schema with a text that must not be seen again.</summary>
/// <param name="schema">Whose arguments.</param>
/// <param name="secret">What stands wherever text may stand.</param>
/// <param name="known">Ids that exist, by the argument's name or its field's: without them little is reached.</param>
public sealed class EveryInput(GraphQLSchema schema, string secret, IReadOnlyDictionary<string, string> known)
{
    /// <summary>As many as the one-of input object with the most members has.</summary>
    private const int Rounds = 3;

    /// <summary>Every field with arguments, <c>Type.field</c>, that a path leads to.</summary>
    public IReadOnlyList<FilledOperation> Operations()
    {
        var operations = new List<FilledOperation>();
        foreach (var kind in Enum.GetValues<OperationType>())
            if (schema.RootTypeOf(kind) is { } root) operations.AddRange(Of(kind, root));
        return operations;
    }

    /// <summary>The type's fields and those of what they lead to, each by the shortest path.</summary>
    private IEnumerable<FilledOperation> Of(OperationType kind, ObjectType root)
    {
        var paths = new Queue<(ObjectType Type, IReadOnlyList<FieldDefinition> Path)>([(root, [])]);
        var seen = new HashSet<TypeDefinition> { root };
        while (paths.TryDequeue(out var next))
        {
            foreach (var field in next.Type.Fields)
            {
                if (field.Arguments.Count > 0)
                    for (var round = 0; round < Rounds; round++) yield return Fill(kind, next.Type, [.. next.Path, field], round);
                // What a mutation returns is read by queries, too.
                if (kind == OperationType.Query && field.Type.NamedType is ObjectType type && seen.Add(type))
                    paths.Enqueue((type, [.. next.Path, field]));
            }
        }
    }

    private FilledOperation Fill(OperationType kind, ObjectType type, IReadOnlyList<FieldDefinition> path, int round)
    {
        var last = path[^1];
        var values = last.Arguments.Select(argument => (Argument: argument, Value: ValueOf(argument.Type, argument.Name, last, round))).ToList();
        var steps = path.SkipLast(1).Select(StepTo).ToList();
        var leaf = last.Type.NamedType.IsComposite ? " { __typename }" : "";
        string Document(string declared, string arguments) =>
            $"{kind.ToString().ToLowerInvariant()} Filled{declared} {{ "
            + string.Concat(steps.Select(step => $"{step} {{ ")) + $"{last.Name}({arguments}){leaf}"
            + string.Concat(steps.Select(_ => " }")) + " }";
        var variables = new JsonObject();
        foreach (var (argument, value) in values) variables[argument.Name] = Json(value);
        return new(
            kind, $"{type.Name}.{last.Name}",
            Document(
                $"({string.Join(", ", last.Arguments.Select(argument => $"${argument.Name}: {argument.Type}"))})",
                string.Join(", ", last.Arguments.Select(argument => $"{argument.Name}: ${argument.Name}"))),
            variables,
            Document("", string.Join(", ", values.Select(value => $"{value.Argument.Name}: {Literal(value.Value)}"))));
    }

    private string StepTo(FieldDefinition field)
    {
        var required = field.Arguments.Where(argument => argument.IsRequired)
            .Select(argument => $"{argument.Name}: {Literal(ValueOf(argument.Type, argument.Name, field, round: 1))}").ToList();
        return required.Count == 0 ? field.Name : $"{field.Name}({string.Join(", ", required)})";
    }

    /// <summary>In the first round ids are no ids, in the others they exist where one is known.</summary>
    private object ValueOf(GraphQLType type, string name, FieldDefinition? field, int round) => type.NullableType switch
    {
        ListType list => new List<object> { ValueOf(list.ItemType, name, field, round) },
        InputObjectType { IsOneOf: true } choice => Members(choice, [choice.Fields[round % choice.Fields.Count]], round),
        InputObjectType input => Members(input, input.Fields, round),
        EnumType names => new Name(names.Values[0].Name),
        ScalarType { Name: "ID" } when round > 0
            && (known.TryGetValue(name, out var id) || (field is not null && known.TryGetValue(field.Name, out id))) => id,
        ScalarType { Name: "Int" } => 5,
        ScalarType { Name: "Float" } => 1.5,
        ScalarType { Name: "Boolean" } => true,
        ScalarType { Name: "DateTime" } when round > 0 => "2026-05-01T00:00:00Z",
        ScalarType { Name: "Date" } when round > 0 => "2026-05-01",
        ScalarType { Name: "LocalTime" } when round > 0 => "09:00",
        _ => secret,
    };

    private Dictionary<string, object> Members(InputObjectType type, IEnumerable<InputValueDefinition> members, int round) =>
        members.ToDictionary(member => member.Name, member => ValueOf(member.Type, member.Name, field: null, round));

    private static JsonNode Json(object value) => value switch
    {
        List<object> list => new JsonArray([.. list.Select(Json)]),
        Dictionary<string, object> members =>
            new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Json(member.Value)))),
        Name name => name.Text,
        _ => JsonValue.Create(value)!,
    };

    private static string Literal(object value) => value switch
    {
        List<object> list => $"[{string.Join(", ", list.Select(Literal))}]",
        Dictionary<string, object> members =>
            $"{{ {string.Join(", ", members.Select(member => $"{member.Key}: {Literal(member.Value)}"))} }}",
        Name name => name.Text,
        _ => JsonSerializer.Serialize(value),
    };

    private sealed record Name(string Text);
}
