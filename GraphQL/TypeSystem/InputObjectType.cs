using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>A structured input.</summary>
public sealed class InputObjectType(string name, string? description) : TypeDefinition(name, description)
{
    /// <summary>In the order of the SDL.</summary>
    public InputValueDefinitions Fields
    {
        get;
        internal set => (field, RequiredFields) = (value, [.. value.Where(definition => definition.IsRequired)]);
    } = InputValueDefinitions.Empty;

    /// <summary>Those that every value must give: usually few, so that an empty literal is checked at once.</summary>
    internal IReadOnlyList<InputValueDefinition> RequiredFields { get; private set; } = [];

    /// <summary>Exactly one field must be given, and not null (<c>@oneOf</c>).</summary>
    public bool IsOneOf { get; internal init; }

    /// <summary>Makes the CLR value out of coerced fields; null leaves a dictionary. Set by the binding.</summary>
    public InputObjectFactory? CreateInstance { get; internal set; }

    public override bool IsInputType => true;

    public override bool IsOutputType => false;
}
