using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem.SdlRules;

/// <summary>A type system document, taken apart once for all rules.</summary>
internal sealed class SdlDocument
{
    private readonly List<DirectiveSite> _directiveSites = [];
    private readonly List<NamedTypeNode> _typeReferences = [];
    private readonly List<ValueNode> _defaultValues = [];

    public SdlDocument(DocumentNode document)
    {
        Definitions = document.Definitions;
        foreach (var definition in document.Definitions)
        {
            if (definition is TypeDefinitionNode type) DefinedTypes[type.Name.Value] = type;
            Visit(definition);
        }

        foreach (var directive in BuiltInDirectives.All)
            Directives[directive.Name] = DirectiveSignature.Of(directive);
        foreach (var definition in document.Definitions.OfType<DirectiveDefinitionNode>())
            Directives[definition.Name.Value] = DirectiveSignature.Of(definition);
    }

    public IReadOnlyList<DefinitionNode> Definitions { get; }

    /// <summary>By name; of several with one name the last.</summary>
    public Dictionary<string, TypeDefinitionNode> DefinedTypes { get; } = new(StringComparer.Ordinal);

    /// <summary>Those that may be applied, by name.</summary>
    public Dictionary<string, DirectiveSignature> Directives { get; } = new(StringComparer.Ordinal);

    /// <summary>Every element that has directives.</summary>
    public IReadOnlyList<DirectiveSite> DirectiveSites => _directiveSites;

    public IEnumerable<DirectiveNode> AppliedDirectives => _directiveSites.SelectMany(site => site.Directives);

    /// <summary>Every place that names a type.</summary>
    public IReadOnlyList<NamedTypeNode> TypeReferences => _typeReferences;

    public IReadOnlyList<ValueNode> DefaultValues => _defaultValues;

    private void Visit(DefinitionNode definition)
    {
        switch (definition)
        {
            case SchemaDefinitionNode node:
                Visit(node.Directives, DirectiveLocations.Schema, DirectiveSite.SchemaElement);
                Visit(node.OperationTypes);
                break;
            case SchemaExtensionNode node:
                Visit(node.Directives, DirectiveLocations.Schema, DirectiveSite.SchemaElement);
                Visit(node.OperationTypes);
                break;
            case ComplexTypeDefinitionNode node:
                var kind = node is ObjectTypeDefinitionNode ? DirectiveLocations.Object : DirectiveLocations.Interface;
                Visit(node.Directives, kind, node.Name.Value);
                Visit(node.Interfaces, node.Fields);
                break;
            case ComplexTypeExtensionNode node:
                var extendedKind = node is ObjectTypeExtensionNode ? DirectiveLocations.Object : DirectiveLocations.Interface;
                Visit(node.Directives, extendedKind, node.Name.Value);
                Visit(node.Interfaces, node.Fields);
                break;
            case UnionTypeDefinitionNode node:
                Visit(node.Directives, DirectiveLocations.Union, node.Name.Value);
                _typeReferences.AddRange(node.Types);
                break;
            case UnionTypeExtensionNode node:
                Visit(node.Directives, DirectiveLocations.Union, node.Name.Value);
                _typeReferences.AddRange(node.Types);
                break;
            case InputObjectTypeDefinitionNode node:
                Visit(node.Directives, DirectiveLocations.InputObject, node.Name.Value);
                Visit(node.Fields, DirectiveLocations.InputFieldDefinition);
                break;
            case InputObjectTypeExtensionNode node:
                Visit(node.Directives, DirectiveLocations.InputObject, node.Name.Value);
                Visit(node.Fields, DirectiveLocations.InputFieldDefinition);
                break;
            case EnumTypeDefinitionNode node:
                Visit(node.Directives, DirectiveLocations.Enum, node.Name.Value);
                Visit(node.Values);
                break;
            case EnumTypeExtensionNode node:
                Visit(node.Directives, DirectiveLocations.Enum, node.Name.Value);
                Visit(node.Values);
                break;
            case ScalarTypeDefinitionNode node:
                Visit(node.Directives, DirectiveLocations.Scalar, node.Name.Value);
                break;
            case ScalarTypeExtensionNode node:
                Visit(node.Directives, DirectiveLocations.Scalar, node.Name.Value);
                break;
            case DirectiveDefinitionNode node:
                Visit(node.Arguments, DirectiveLocations.ArgumentDefinition);
                break;
        }
    }

    private void Visit(IReadOnlyList<DirectiveNode> directives, string location, string? element = null)
    {
        if (directives.Count > 0) _directiveSites.Add(new DirectiveSite(directives, location, element));
    }

    private void Visit(IReadOnlyList<OperationTypeDefinitionNode> operationTypes)
    {
        foreach (var operationType in operationTypes)
            _typeReferences.Add(operationType.Type);
    }

    private void Visit(IReadOnlyList<NamedTypeNode> interfaces, IReadOnlyList<FieldDefinitionNode> fields)
    {
        _typeReferences.AddRange(interfaces);
        foreach (var field in fields)
        {
            Visit(field.Arguments, DirectiveLocations.ArgumentDefinition);
            _typeReferences.Add(field.Type.NamedType);
            Visit(field.Directives, DirectiveLocations.FieldDefinition);
        }
    }

    private void Visit(IReadOnlyList<InputValueDefinitionNode> inputValues, string location)
    {
        foreach (var inputValue in inputValues)
        {
            _typeReferences.Add(inputValue.Type.NamedType);
            if (inputValue.DefaultValue is { } defaultValue) _defaultValues.Add(defaultValue);
            Visit(inputValue.Directives, location);
        }
    }

    private void Visit(IReadOnlyList<EnumValueDefinitionNode> values)
    {
        foreach (var value in values)
            Visit(value.Directives, DirectiveLocations.EnumValue);
    }
}
