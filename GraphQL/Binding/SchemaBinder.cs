using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Binding;

/// <summary>Binds every type of a schema to code, and collects everything that does not fit.</summary>
internal sealed class SchemaBinder
{
    private readonly GraphQLSchema _schema;
    private readonly SchemaBinding _binding;
    private readonly List<string> _problems = [];
    private readonly ClrTypes _clrTypes;
    private readonly ResolverClasses _resolvers;
    private readonly TypeFit _fit;

    public SchemaBinder(GraphQLSchema schema, SchemaBinding binding)
    {
        (_schema, _binding) = (schema, binding);
        _clrTypes = new ClrTypes(schema, binding.Types, _problems);
        _resolvers = new ResolverClasses(schema, binding.ResolverClasses, _problems);
        _fit = new TypeFit(schema, _clrTypes);
    }

    public IReadOnlyList<string> Bind()
    {
        var types = _schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)).ToList();
        types.ForEach(BindLeaf); // What fields fit depends on the scalars' types.
        types.ForEach(BindStructure);
        return _problems;
    }

    private void BindLeaf(TypeDefinition type)
    {
        switch (type)
        {
            case ScalarType scalar when !BuiltInScalars.All.Contains(scalar):
                if (_binding.Scalars.TryGetValue(scalar.Name, out var coercion))
                    scalar.Coercion = coercion;
                else
                    _problems.Add($"{scalar.Name}: no coercion was given for the scalar.");
                break;
            case EnumType @enum:
                if (ClrTypeOf(@enum) is { } clrType)
                    EnumBinding.Bind(@enum, clrType, _problems);
                break;
        }
    }

    private void BindStructure(TypeDefinition type)
    {
        switch (type)
        {
            case InputObjectType input:
                if (ClrTypeOf(input) is { } clrType)
                    new InputObjectBinding(input, clrType, _fit, _problems).Bind();
                break;
            case InterfaceType @interface:
                @interface.ResolveType = new AbstractTypeBinding(_schema, type, _clrTypes).ResolveType;
                break;
            case UnionType union:
                union.ResolveType = new AbstractTypeBinding(_schema, type, _clrTypes).ResolveType;
                break;
            case ObjectType objectType:
                BindObject(objectType);
                break;
        }
    }

    private void BindObject(ObjectType type)
    {
        var isSubscription = type == _schema.SubscriptionType;
        var isRoot = isSubscription || type == _schema.QueryType || type == _schema.MutationType;
        var clrType = isRoot ? null : ClrTypeOf(type);
        if (!isRoot && clrType is null) return;
        foreach (var field in type.Fields)
        {
            var binding = new FieldBinding(type, field, clrType, _fit, _binding.IsServiceType, _problems);
            if (isSubscription)
                binding.BindEvents(_resolvers.Find(type, field));
            else
                binding.Bind(_resolvers.Find(type, field));
        }
    }

    private Type? ClrTypeOf(TypeDefinition type)
    {
        if (_clrTypes.Find(type) is { } found) return found;
        if (!_problems.Any(problem => problem.StartsWith($"{type.Name}: ", StringComparison.Ordinal)))
            _problems.Add($"{type.Name}: no CLR type has its name.");
        return null;
    }
}
