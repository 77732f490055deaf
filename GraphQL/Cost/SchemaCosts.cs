using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Cost;

/// <summary>The weights of a schema's types, fields and inputs, from <c>@cost</c> or by default.</summary>
/// <remarks>https://ibm.github.io/graphql-specs/cost-spec.html#sec-weight</remarks>
internal sealed class SchemaCosts
{
    private readonly GraphQLSchema _schema;
    private readonly Dictionary<FieldDefinition, FieldCosts> _fields = [];
    private readonly Dictionary<InputValueDefinition, double> _inputs = [];
    private readonly HashSet<TypeDefinition> _typesWithCostlyFields;

    public SchemaCosts(GraphQLSchema schema)
    {
        _schema = schema;
        var inputTypes = schema.Types.OfType<InputObjectType>().ToList();
        foreach (var input in inputTypes.SelectMany(type => type.Fields)) AddInput(input);
        foreach (var argument in schema.Directives.SelectMany(directive => directive.Arguments)) AddInput(argument);
        foreach (var type in schema.Types.OfType<FieldsType>())
        {
            foreach (var field in type.Fields)
            {
                foreach (var argument in field.Arguments) AddInput(argument);
                _fields[field] = new FieldCosts(
                    WeightOf(type, field), WeightOf(field.Type.NamedType), ListSizeOf(type, field), ListSize.Unknown);
            }
        }

        IntrospectionCosts.AddTo(_fields, schema);
        _typesWithCostlyFields = WithCostlyFields(inputTypes);
    }

    public FieldCosts Of(FieldDefinition field) => _fields[field];

    public double Of(InputValueDefinition input) => _inputs.GetValueOrDefault(input);

    /// <summary>Whether a value of the type can cost something beyond the weight of the place where it stands.</summary>
    public bool HasCostlyFields(TypeDefinition type) => _typesWithCostlyFields.Contains(type);

    /// <summary>One for what has fields, nothing for leaves; of several possible types, the heaviest.</summary>
    public double WeightOf(TypeDefinition type) => CostDirectives.WeightOf(type) ?? type switch
    {
        { IsLeaf: true } => 0,
        { IsAbstract: true } => _schema.PossibleTypes(type)
            .Select(possible => CostDirectives.WeightOf(possible) ?? 1).DefaultIfEmpty(1).Max(),
        _ => 1,
    };

    private double WeightOf(FieldsType type, FieldDefinition field) =>
        CostDirectives.WeightOf(field.SyntaxNode?.Directives)
        ?? Implementations(type, field).Select(each => CostDirectives.WeightOf(each.SyntaxNode?.Directives)).Max()
        ?? (field.Type.NamedType.IsComposite ? 1 : 0);

    private ListSize? ListSizeOf(FieldsType type, FieldDefinition field) =>
        CostDirectives.ListSizeOf(field)
        ?? Implementations(type, field).Select(CostDirectives.ListSizeOf).FirstOrDefault(size => size is not null);

    private IEnumerable<FieldDefinition> Implementations(FieldsType type, FieldDefinition field) => type is InterfaceType
        ? _schema.PossibleTypes(type).Select(possible => possible.Fields.Find(field.Name)).OfType<FieldDefinition>()
        : [];

    private void AddInput(InputValueDefinition input) => _inputs[input] =
        CostDirectives.WeightOf(input.SyntaxNode?.Directives) ?? (input.Type.NamedType is InputObjectType ? 1 : 0);

    /// <summary>Those with a field that weighs something, and those that hold such a type at any depth.</summary>
    private HashSet<TypeDefinition> WithCostlyFields(List<InputObjectType> types)
    {
        var costly = new HashSet<TypeDefinition>();
        int before;
        do // Each round adds the types that hold one of the round before.
        {
            before = costly.Count;
            costly.UnionWith(types.Where(type => type.Fields.Any(IsCostly)).ToList());
        }
        while (costly.Count > before);
        return costly;

        bool IsCostly(InputValueDefinition field) => Of(field) != 0 || costly.Contains(field.Type.NamedType);
    }
}
