using System.Reflection;
using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.Binding;

/// <summary>The code behind a schema: resolver classes, CLR types, scalars, and which parameters are services.</summary>
public sealed class SchemaBinding
{
    private readonly List<Type> _types = [];
    private readonly Dictionary<string, ScalarCoercion> _scalars = new(StringComparer.Ordinal);
    private Func<Type, bool> _isService = _ => false;

    /// <summary>Adds every public type of an assembly: resolver classes (<c>*Resolvers</c>, <c>*Queries</c>, <c>*Mutations</c>) and CLR types.</summary>
    public SchemaBinding AddAssembly(Assembly assembly) => AddTypes(assembly.GetExportedTypes());

    /// <summary>Adds CLR types (or resolver classes) one by one; a type stands behind the SDL type of its name.</summary>
    public SchemaBinding AddTypes(params IEnumerable<Type> types)
    {
        _types.AddRange(types);
        return this;
    }

    /// <summary>Adds the CLR types of an assembly.</summary>
    public SchemaBinding AddTypes(Assembly assembly) => AddTypes(assembly.GetExportedTypes());

    /// <summary>Says how the values of a custom scalar are read and written.</summary>
    public SchemaBinding AddScalar(string name, ScalarCoercion coercion)
    {
        _scalars[name] = coercion;
        return this;
    }

    /// <summary>Says which parameter types come from the request's services (ASP.NET: <c>IServiceProviderIsService.IsService</c>).</summary>
    public SchemaBinding IsService(Func<Type, bool> isService)
    {
        _isService = isService;
        return this;
    }

    internal Jobs.GraphQL.TypeSystem.GraphQLSchema Bind(string sdl) => throw new NotSupportedException(sdl);

    internal IReadOnlyList<Type> Types => _types;

    internal IReadOnlyDictionary<string, ScalarCoercion> Scalars => _scalars;

    internal bool IsServiceType(Type type) => _isService(type);
}
