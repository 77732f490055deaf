using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>A field of an object or interface type.</summary>
public sealed class FieldDefinition(string name, string? description, GraphQLType type, InputValueDefinitions arguments)
{
    private Lazy<CompiledField>? _compiled;

    public string Name { get; } = name;

    public string? Description { get; } = description;

    public GraphQLType Type { get; } = type;

    public InputValueDefinitions Arguments { get; } = arguments;

    public string? DeprecationReason { get; internal init; }

    /// <summary>Where the SDL defines the field; null for introspection fields.</summary>
    public FieldDefinitionNode? SyntaxNode { get; internal init; }

    /// <summary>Answers the field; set by the binding, null on interfaces.</summary>
    public FieldResolver? Resolver
    {
        get => field ?? _compiled?.Value.Resolver;
        internal set;
    }

    /// <summary>Instead of the resolver where the parent alone answers the field at once, such as a column.</summary>
    public Func<object, object?>? Getter => _compiled?.Value.Getter;

    /// <summary>The getter of a leaf whose value goes into the response as it is.</summary>
    internal SlotReader? Read => _compiled?.Value.Read;

    /// <summary>Makes the events of a root field of subscriptions; set by the binding.</summary>
    public FieldSubscriber? Subscriber { get; internal set; }

    /// <summary>Compiles what answers the field when it is first planned: for all fields at the start that takes half a second.</summary>
    internal void CompileLater(Func<CompiledField> compile) => _compiled = new Lazy<CompiledField>(compile);
}

/// <summary>Fields in SDL order, found by name.</summary>
public sealed class FieldDefinitions : IReadOnlyList<FieldDefinition>
{
    public static readonly FieldDefinitions Empty = new([]);

    private readonly FieldDefinition[] _fields;
    private readonly Dictionary<string, FieldDefinition> _byName;

    public FieldDefinitions(IReadOnlyCollection<FieldDefinition> fields)
    {
        _fields = [.. fields];
        _byName = new Dictionary<string, FieldDefinition>(fields.Count, StringComparer.Ordinal);
        foreach (var field in fields)
            _byName.TryAdd(field.Name, field); // A repeated name is an error of its own, reported by schema validation.
    }

    public int Count => _fields.Length;

    public FieldDefinition this[int index] => _fields[index];

    public FieldDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    public bool TryGet(string name, [NotNullWhen(true)] out FieldDefinition? field) => _byName.TryGetValue(name, out field);

    public IEnumerator<FieldDefinition> GetEnumerator() => ((IEnumerable<FieldDefinition>)_fields).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _fields.GetEnumerator();
}
