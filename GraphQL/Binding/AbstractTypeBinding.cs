using System.Collections.Concurrent;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Binding;

/// <summary>Names the object type of a value by its CLR type, or the nearest of its base types.</summary>
internal sealed class AbstractTypeBinding
{
    private readonly Dictionary<Type, ObjectType> _bound = [];
    private readonly ConcurrentDictionary<Type, ObjectType?> _known = new();

    public AbstractTypeBinding(GraphQLSchema schema, TypeDefinition type, ClrTypes clrTypes)
    {
        foreach (var possible in schema.PossibleTypes(type))
        {
            if (clrTypes.Find(possible) is { } clrType)
                _bound[clrType] = possible;
        }
    }

    public ObjectType? ResolveType(object value, ResolverContext context) => _known.GetOrAdd(value.GetType(), TypeOf);

    private ObjectType? TypeOf(Type type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (_bound.TryGetValue(candidate, out var found)) return found;
        }

        return null;
    }
}
