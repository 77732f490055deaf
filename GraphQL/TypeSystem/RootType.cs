using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>What the SDL declares as a root, which is not necessarily an object type.</summary>
/// <param name="Operation">The operations that start there.</param>
/// <param name="Type">The type declared.</param>
/// <param name="Reference">Where the schema definition names it; null if it is a root by its usual name.</param>
internal sealed record RootType(OperationType Operation, TypeDefinition Type, NamedTypeNode? Reference)
{
    /// <summary>As a schema definition writes it: <c>query</c>, <c>mutation</c>, <c>subscription</c>.</summary>
    public static string NameOf(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };
}
