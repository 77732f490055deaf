using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Binding;

/// <summary>Which CLR type stands behind which type of the SDL.</summary>
internal sealed class ClrTypes
{
    private readonly Dictionary<string, Type> _byName = new(StringComparer.Ordinal);

    public ClrTypes(GraphQLSchema schema, IEnumerable<Type> candidates, List<string> problems)
    {
        var named = candidates.Distinct().Where(CanStandBehind)
            .ToLookup(CSharpName.InSdl);
        foreach (var type in schema.Types)
        {
            if (type is ScalarType || type.Name.StartsWith("__", StringComparison.Ordinal)) continue;
            var found = named[type.Name].Where(candidate => candidate.IsEnum == type is EnumType).ToList();
            if (found.Count == 1)
                _byName.Add(type.Name, found[0]);
            else if (found.Count > 1)
                problems.Add($"{type.Name}: {string.Join(" and ", found.Select(candidate => candidate.FullName))} have its name; "
                    + $"rename one or give one a [{nameof(GraphQLNameAttribute)[..^"Attribute".Length]}].");
        }
    }

    public Type? Find(TypeDefinition type) => _byName.GetValueOrDefault(type.Name);

    /// <summary>Static classes answer fields, open generics are no type yet.</summary>
    private static bool CanStandBehind(Type type) =>
        !type.IsGenericTypeDefinition && !(type.IsAbstract && type.IsSealed) && !type.IsSubclassOf(typeof(Delegate));
}
