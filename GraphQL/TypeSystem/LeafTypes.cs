using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>A leaf whose values one <see cref="ScalarCoercion"/> reads and writes.</summary>
public sealed class ScalarType(string name, string? description) : TypeDefinition(name, description)
{
    public string? SpecifiedByUrl { get; internal init; }

    /// <summary>Reads and writes the values. A custom scalar takes anything until it is bound.</summary>
    public ScalarCoercion Coercion { get; internal set; } = ScalarCoercion.PassThrough;

    public override bool IsLeaf => true;

    public override bool IsInputType => true;
}

/// <summary>A leaf with a closed set of names.</summary>
public sealed class EnumType(string name, string? description, IReadOnlyList<EnumValueDefinition> values)
    : TypeDefinition(name, description)
{
    private readonly Dictionary<string, EnumValueDefinition> _byName =
        values.DistinctBy(value => value.Name).ToDictionary(value => value.Name, StringComparer.Ordinal);

    public IReadOnlyList<EnumValueDefinition> Values { get; } = values;

    public EnumValueDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Maps a run-time value to its name; null if it is none of the values. Set by the binding.</summary>
    public Func<object, string?>? NameOf { get; internal set; }

    public override bool IsLeaf => true;

    public override bool IsInputType => true;
}

/// <summary>One name of an enum.</summary>
public sealed class EnumValueDefinition(string name, string? description)
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public string? DeprecationReason { get; internal init; }

    public EnumValueDefinitionNode? SyntaxNode { get; internal init; }

    /// <summary>What resolvers see for this name: a C# enum member once bound, else the name.</summary>
    public object Value { get; internal set; } = name;
}
