using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>Puts a schema together out of a document that the SDL rules have passed.</summary>
/// <remarks>
/// Types first, their members after, because types refer to each other in circles. What refers to a type of the wrong kind
/// (an implemented union, a scalar as root) is left out here and reported by the schema rules, which read the syntax.
/// </remarks>
internal sealed class TypeSystemAssembly
{
    private readonly DocumentNode _document;
    private readonly IReadOnlyList<DirectiveDefinition> _directives;
    private readonly Dictionary<string, TypeDefinition> _types = new(StringComparer.Ordinal);
    private readonly List<TypeDefinition> _definedTypes = [];
    private readonly ILookup<string, TypeExtensionNode> _extensions;

    public TypeSystemAssembly(DocumentNode document, IReadOnlyList<DirectiveDefinition> directives)
    {
        (_document, _directives) = (document, directives);
        _extensions = document.Definitions.OfType<TypeExtensionNode>().ToLookup(node => node.Name.Value, StringComparer.Ordinal);
        foreach (var type in BuiltInScalars.All) _types.Add(type.Name, type);
        foreach (var type in Introspection.Types) _types.Add(type.Name, type);
    }

    public GraphQLSchema Assemble()
    {
        var builtInTypes = _types.Values.ToList();
        foreach (var node in _document.Definitions.OfType<TypeDefinitionNode>())
        {
            if (_types.ContainsKey(node.Name.Value)) continue; // A definition of a built-in type changes nothing.
            var type = CreateType(node);
            _types.Add(type.Name, type);
            _definedTypes.Add(type);
        }

        foreach (var type in _definedTypes)
            AddMembers(type);

        var definition = _document.Definitions.OfType<SchemaDefinitionNode>().FirstOrDefault();
        var extensions = _document.Definitions.OfType<SchemaExtensionNode>().ToList();
        return new GraphQLSchema(
            definition?.Description?.Value, RootTypes(definition, extensions), [.. _definedTypes, .. builtInTypes], Directives())
        {
            SyntaxNode = definition,
            ExtensionNodes = extensions,
        };
    }

    private TypeDefinition CreateType(TypeDefinitionNode node)
    {
        var (name, description) = (node.Name.Value, node.Description?.Value);
        IReadOnlyList<TypeExtensionNode> extensions = [.. _extensions[name]];
        return node switch
        {
            ScalarTypeDefinitionNode => new ScalarType(name, description)
            {
                SyntaxNode = node,
                ExtensionNodes = extensions,
                SpecifiedByUrl = node.Directives.SpecifiedByUrl()
                    ?? extensions.OfType<ScalarTypeExtensionNode>().Select(extension => extension.Directives.SpecifiedByUrl())
                        .LastOrDefault(url => url is not null),
            },
            EnumTypeDefinitionNode enumNode => new EnumType(name, description, EnumValues(enumNode, extensions))
            {
                SyntaxNode = node,
                ExtensionNodes = extensions,
            },
            InputObjectTypeDefinitionNode => new InputObjectType(name, description)
            {
                SyntaxNode = node,
                ExtensionNodes = extensions,
                IsOneOf = node.Directives.IsOneOf(),
            },
            ObjectTypeDefinitionNode => new ObjectType(name, description) { SyntaxNode = node, ExtensionNodes = extensions },
            InterfaceTypeDefinitionNode => new InterfaceType(name, description)
            {
                SyntaxNode = node,
                ExtensionNodes = extensions,
            },
            UnionTypeDefinitionNode => new UnionType(name, description) { SyntaxNode = node, ExtensionNodes = extensions },
            _ => throw new InvalidOperationException($"{node.Kind} defines no type."),
        };
    }

    private void AddMembers(TypeDefinition type)
    {
        switch (type)
        {
            case FieldsType fieldsType:
                fieldsType.Interfaces = [.. Named(fieldsType.InterfaceNodes()).OfType<InterfaceType>()];
                fieldsType.Fields = new FieldDefinitions([.. fieldsType.FieldNodes().Select(Field)]);
                break;
            case UnionType union:
                union.Types = [.. Named(union.MemberNodes()).OfType<ObjectType>()];
                break;
            case InputObjectType inputObject:
                inputObject.Fields = InputValues(inputObject.FieldNodes());
                break;
        }
    }

    private IEnumerable<TypeDefinition> Named(IEnumerable<NamedTypeNode> nodes) => nodes.Select(node => _types[node.Name.Value]);

    private FieldDefinition Field(FieldDefinitionNode node) =>
        new(node.Name.Value, node.Description?.Value, Reference(node.Type), InputValues(node.Arguments))
        {
            DeprecationReason = node.Directives.DeprecationReason(),
            SyntaxNode = node,
        };

    private InputValueDefinitions InputValues(IEnumerable<InputValueDefinitionNode> nodes)
    {
        var values = nodes.Select(node =>
            new InputValueDefinition(node.Name.Value, node.Description?.Value, Reference(node.Type), node.DefaultValue)
            {
                DeprecationReason = node.Directives.DeprecationReason(),
                SyntaxNode = node,
            }).ToList();
        return values.Count == 0 ? InputValueDefinitions.Empty : new InputValueDefinitions(values);
    }

    private static List<EnumValueDefinition> EnumValues(EnumTypeDefinitionNode node, IEnumerable<TypeExtensionNode> extensions) =>
        [.. extensions.OfType<EnumTypeExtensionNode>().Select(extension => extension.Values).Prepend(node.Values)
            .SelectMany(values => values).Select(value => new EnumValueDefinition(value.Name.Value, value.Description?.Value)
            {
                DeprecationReason = value.Directives.DeprecationReason(),
                SyntaxNode = value,
            })];

    private List<DirectiveDefinition> Directives()
    {
        var directives = _document.Definitions.OfType<DirectiveDefinitionNode>().Select(node => new DirectiveDefinition(
            node.Name.Value, node.Description?.Value, InputValues(node.Arguments), [.. node.Locations.Select(name => name.Value)],
            node.IsRepeatable)
        {
            SyntaxNode = node,
        }).ToList();
        var defined = directives.Select(directive => directive.Name).ToHashSet(StringComparer.Ordinal);
        directives.AddRange(BuiltInDirectives.All.Concat(_directives).Where(directive => !defined.Contains(directive.Name)));
        return directives;
    }

    private List<RootType> RootTypes(SchemaDefinitionNode? definition, IEnumerable<SchemaExtensionNode> extensions)
    {
        var nodes = (definition?.OperationTypes ?? []).Concat(extensions.SelectMany(extension => extension.OperationTypes));
        var roots = nodes.DistinctBy(node => node.Operation).ToDictionary(
            node => node.Operation, node => new RootType(node.Operation, _types[node.Type.Name.Value], node.Type));
        if (definition is null)
        {
            foreach (var operation in Enum.GetValues<OperationType>())
            {
                if (_types.TryGetValue(operation.ToString(), out var type))
                    roots[operation] = new RootType(operation, type, Reference: null);
            }
        }

        return [.. roots.Values.OrderBy(root => root.Operation)];
    }

    /// <summary>Wraps from the inside out, so that no depth of brackets can exhaust the stack.</summary>
    private GraphQLType Reference(TypeNode node)
    {
        var wrappers = new Stack<TypeNode>();
        while (node is not NamedTypeNode)
        {
            wrappers.Push(node);
            node = node is ListTypeNode list ? list.Type : ((NonNullTypeNode)node).Type;
        }

        GraphQLType type = _types[node.NamedType.Name.Value];
        while (wrappers.TryPop(out var wrapper))
            type = wrapper is ListTypeNode ? new ListType(type) : new NonNullType(type);
        return type;
    }
}
