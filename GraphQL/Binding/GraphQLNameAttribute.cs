namespace Jobs.GraphQL.Binding;

/// <summary>The name in the SDL, where C# cannot or should not have the same.</summary>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface | AttributeTargets.Field
    | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter,
    Inherited = false)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
