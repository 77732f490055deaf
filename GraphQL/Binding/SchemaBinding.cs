using System.Reflection;
using Jobs.GraphQL.Cost;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Incremental;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Binding;

/// <summary>The code behind a schema: resolver classes, CLR types, scalars, and which parameters are services.</summary>
public sealed class SchemaBinding
{
    private readonly List<Type> _types = [];
    private readonly List<Type> _resolverClasses = [];
    private readonly Dictionary<string, ScalarCoercion> _scalars = new(StringComparer.Ordinal);
    private Func<Type, bool> _isService = _ => false;

    internal IReadOnlyList<Type> Types => _types;

    internal IReadOnlyList<Type> ResolverClasses => _resolverClasses;

    internal IReadOnlyDictionary<string, ScalarCoercion> Scalars => _scalars;

    /// <summary>Adds an assembly's CLR types, and its static classes named *Resolvers, *Queries, *Mutations, *Subscriptions.</summary>
    public SchemaBinding AddAssembly(Assembly assembly) =>
        AddTypes(assembly).AddResolvers(assembly.GetExportedTypes().Where(Binding.ResolverClasses.IsOne));

    /// <summary>Adds classes whose public static methods answer fields.</summary>
    public SchemaBinding AddResolvers(params IEnumerable<Type> classes)
    {
        _resolverClasses.AddRange(classes);
        return this;
    }

    /// <summary>Adds CLR types; each stands behind the type of its name in the SDL, if there is one.</summary>
    public SchemaBinding AddTypes(params IEnumerable<Type> types)
    {
        _types.AddRange(types);
        return this;
    }

    /// <summary>Adds an assembly's CLR types.</summary>
    public SchemaBinding AddTypes(Assembly assembly) => AddTypes(assembly.GetExportedTypes().Where(type => !type.IsNested));

    /// <summary>Says how the values of a custom scalar are read and written.</summary>
    public SchemaBinding AddScalar(string name, ScalarCoercion coercion)
    {
        _scalars[name] = coercion;
        return this;
    }

    /// <summary>Says which parameter types the request's services can give: <c>IServiceProviderIsService.IsService</c>.</summary>
    public SchemaBinding IsService(Func<Type, bool> isService)
    {
        _isService = isService;
        return this;
    }

    internal bool IsServiceType(Type type) => _isService(type);

    /// <exception cref="SchemaBindingException">The SDL is wrong, or the code does not fit it; with all problems.</exception>
    internal GraphQLSchema Bind(SchemaDocument sdl, bool incrementalDelivery = false)
    {
        var built = SchemaBuilder.Assemble(sdl.Node, incrementalDelivery ? IncrementalDirectives.All : []);
        if (built.Schema is null) throw SchemaBindingException.Of(built.Errors);
        IReadOnlyList<string> problems = [.. new SchemaBinder(built.Schema, this).Bind(), .. CostProblems.Of(built.Schema)];
        return problems.Count == 0 ? built.Schema : throw new SchemaBindingException(problems);
    }
}
