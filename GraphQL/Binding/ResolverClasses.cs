using System.Reflection;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Binding;

/// <summary>The static methods that answer fields, by type and field.</summary>
internal sealed class ResolverClasses
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] Suffixes = ["Resolvers", "Queries", "Mutations", "Subscriptions"];

    private readonly Dictionary<(string Type, string Field), MethodInfo> _methods = [];

    public ResolverClasses(GraphQLSchema schema, IEnumerable<Type> classes, List<string> problems)
    {
        foreach (var resolverClass in classes.Distinct())
        {
            var typeName = TypeNameOf(resolverClass, schema);
            if (typeName is null || schema.FindType(typeName) is not ObjectType type)
            {
                problems.Add($"{CSharpName.Of(resolverClass)}: the schema has no object type {typeName ?? "for it"}.");
                continue;
            }

            foreach (var method in resolverClass.GetMethods(Declared))
                Add(type, CSharpName.InSdl(method, method.Name), method, problems);
        }
    }

    public static bool IsOne(Type type) => type.IsAbstract && type.IsSealed && Suffixes.Any(type.Name.EndsWith);

    public MethodInfo? Find(ObjectType type, FieldDefinition field) => _methods.GetValueOrDefault((type.Name, field.Name));

    private void Add(ObjectType type, string field, MethodInfo method, List<string> problems)
    {
        if (!type.Fields.TryGet(field, out _))
            problems.Add($"{CSharpName.Of(method)}: {type.Name} has no field {field}.");
        else if (!_methods.TryAdd((type.Name, field), method))
            problems.Add($"{type.Name}.{field}: "
                + $"{CSharpName.Of(_methods[(type.Name, field)])} and {CSharpName.Of(method)} both answer it.");
    }

    private static string? TypeNameOf(Type resolverClass, GraphQLSchema schema)
    {
        if (resolverClass.GetCustomAttribute<GraphQLNameAttribute>() is { } attribute) return attribute.Name;
        var name = resolverClass.Name;
        if (name.EndsWith("Queries", StringComparison.Ordinal)) return schema.QueryType?.Name;
        if (name.EndsWith("Mutations", StringComparison.Ordinal)) return schema.MutationType?.Name ?? "Mutation";
        if (name.EndsWith("Subscriptions", StringComparison.Ordinal)) return schema.SubscriptionType?.Name ?? "Subscription";
        return name.EndsWith("Resolvers", StringComparison.Ordinal) ? name[..^"Resolvers".Length] : null;
    }
}
