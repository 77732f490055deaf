using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>What the SDL declares as a root, which is not necessarily an object type.</summary>
/// <param name="Operation">The operations that start there.</param>
/// <param name="Type">The type declared.</param>
/// <param name="Reference">Where the schema definition names it; null if it is a root by its usual name.</param>
internal sealed record RootType(OperationType Operation, TypeDefinition Type, NamedTypeNode? Reference);
