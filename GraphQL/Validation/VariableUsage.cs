using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Validation;

/// <summary>A variable where it is used.</summary>
/// <param name="Node">Where.</param>
/// <param name="Type">What the place expects; null if it is not known.</param>
/// <param name="OneOfType">The <c>@oneOf</c> input object that the variable is a field of, if any.</param>
/// <param name="HasDefault">Whether the argument or input field has a default value.</param>
internal readonly record struct VariableUsage(VariableNode Node, GraphQLType? Type, InputObjectType? OneOfType, bool HasDefault);
