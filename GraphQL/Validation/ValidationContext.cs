using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;
using Jobs.GraphQL.TypeSystem.SdlRules;

namespace Jobs.GraphQL.Validation;

/// <summary>What the rules know: schema, document, the types at the place where the walk is, and where errors go.</summary>
internal sealed class ValidationContext(GraphQLSchema schema, DocumentNode document, ValidationOptions options)
{
    private readonly List<GraphQLError> _errors = [];

    public GraphQLSchema Schema { get; } = schema;

    public ValidationOptions Options { get; } = options;

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>The definitions of types and directives that the document should not have; null if it has none.</summary>
    public SdlDocument? TypeSystem { get; } =
        document.Definitions.All(definition => definition is ExecutableDefinitionNode) ? null : new SdlDocument(document);

    /// <summary>Fragments and what can be reached through them.</summary>
    public DocumentFragments Fragments { get; } = new(document, options.MaxFragmentSteps);

    /// <summary>The type that the selections around belong to; null if it is not known or has nothing to select.</summary>
    public TypeDefinition? ParentType { get; internal set; }

    /// <summary>The field, if the parent type has it. Inside its arguments and directives, too.</summary>
    public FieldDefinition? Field { get; internal set; }

    /// <summary>The field as messages name it.</summary>
    public string FieldCoordinate =>
        Field == Introspection.Schema || Field == Introspection.Type || Field == Introspection.TypeName
            ? $"<meta>.{Field.Name}"
            : $"{ParentType}.{Field?.Name}";

    /// <summary>The type of the field, or what an inline fragment or a definition narrows to.</summary>
    public GraphQLType? FieldType { get; internal set; }

    /// <summary>Of the argument or variable definition that is entered.</summary>
    public GraphQLType? InputType { get; internal set; }

    public NameSuggestions Suggestions { get; } = new(options);

    public void Report(string message, params ReadOnlySpan<SyntaxNode> nodes) =>
        ReportAs(ErrorCodes.ValidationFailed, message, nodes);

    public void ReportAs(string code, string message, params ReadOnlySpan<SyntaxNode> nodes)
    {
        var locations = new SourceLocation[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
            locations[i] = nodes[i].Location;
        Report(new GraphQLError(MessageText.Shorten(message)) { Locations = locations, Code = code });
    }

    /// <summary>The type that a document writes; null if the schema does not have it.</summary>
    public GraphQLType? FindType(TypeNode type) => type switch
    {
        NonNullTypeNode nonNull => FindType(nonNull.Type) is { } ofType ? new NonNullType(ofType) : null,
        ListTypeNode list => FindType(list.Type) is { } itemType ? new ListType(itemType) : null,
        NamedTypeNode named => Schema.FindType(named.Name.Value),
        _ => null,
    };

    /// <summary>A field of a type, the meta-fields included.</summary>
    public FieldDefinition? FindField(TypeDefinition? parentType, string name)
    {
        if (parentType is null) return null;
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            if (name == Introspection.TypeName.Name) return parentType.IsComposite ? Introspection.TypeName : null;
            if (parentType == Schema.QueryType && name == Introspection.Schema.Name) return Introspection.Schema;
            if (parentType == Schema.QueryType && name == Introspection.Type.Name) return Introspection.Type;
        }

        return (parentType as FieldsType)?.Fields.Find(name);
    }

    public ObjectType? RootType(OperationType operation) => operation switch
    {
        OperationType.Query => Schema.QueryType,
        OperationType.Mutation => Schema.MutationType,
        _ => Schema.SubscriptionType,
    };

    private void Report(GraphQLError error)
    {
        if (Options.MaxErrors > 0 && _errors.Count >= Options.MaxErrors)
            throw new ValidationAbortedException("Too many validation errors, error limit reached. Validation aborted.", ErrorCodes.ValidationFailed);
        _errors.Add(error);
    }
}
