using System.Text.Json;
using Jobs.GraphQL;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.Conformance;

/// <summary>Answers every field from JSON, by the rules of the protocol's section 3.6.</summary>
internal static class DataResolver
{
    private const string Code = "DATA";

    /// <summary>Gives every field of a schema its resolver; the root fields read <paramref name="root"/>.</summary>
    public static void Bind(GraphQLSchema schema, JsonElement root)
    {
        foreach (var type in schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            switch (type)
            {
                case InterfaceType @interface: @interface.ResolveType = (value, _) => TypeOf(schema, type, value); break;
                case UnionType union: union.ResolveType = (value, _) => TypeOf(schema, type, value); break;
                case ObjectType objectType:
                    foreach (var field in objectType.Fields)
                        field.Resolver = context => ValueTask.FromResult(Resolve(context, root));
                    break;
            }
        }
    }

    private static object? Resolve(ResolverContext context, JsonElement root)
    {
        var parent = context.Parent is JsonElement element ? element : root;
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(context.Field.Name, out var value)) return null;
        if (IsOnly(value, "$args", out _)) return JsonSerializer.Serialize(context.Arguments);
        return IsOnly(value, "$error", out var error) ? throw Failure(error) : Convert(value, context.Field.Type.NullableType);
    }

    private static object? Convert(JsonElement value, GraphQLType type)
    {
        if (type is ListType list && value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().Select(item => Item(item, list.ItemType.NullableType)).ToList();
        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            _ when type is not ScalarType { Coercion: var coercion } || coercion == ScalarCoercion.PassThrough =>
                type is EnumType && value.ValueKind == JsonValueKind.String ? value.GetString() : value,
            JsonValueKind.String => value.GetString(),
            JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
            JsonValueKind.Number => value.TryGetInt32(out var number) ? number : value.GetDouble(),
            _ => value,
        };
    }

    private static object? Item(JsonElement item, GraphQLType type) =>
        IsOnly(item, "$error", out var error) ? Failure(error) : Convert(item, type);

    private static GraphQLException Failure(JsonElement text) => new(text.GetString()!, Code);

    private static bool IsOnly(JsonElement value, string key, out JsonElement inner)
    {
        inner = default;
        return value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Count() == 1
            && value.TryGetProperty(key, out inner);
    }

    private static ObjectType? TypeOf(GraphQLSchema schema, TypeDefinition abstractType, object value)
    {
        if (value is not JsonElement { ValueKind: JsonValueKind.Object } json) return null;
        if (!json.TryGetProperty("__typename", out var name) || name.ValueKind != JsonValueKind.String) return null;
        GraphQLException Resolved(string to) => new($"Abstract type \"{abstractType}\" was resolved to {to}.", Code);
        return schema.FindType(name.GetString()!) switch
        {
            ObjectType type => type,
            null => throw Resolved($"a type \"{name}\" that does not exist inside the schema"),
            _ => throw Resolved($"a non-object type \"{name}\""),
        };
    }
}
