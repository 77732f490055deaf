using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation;

/// <summary>Why a literal is not a value of a type.</summary>
/// <param name="Message">A sentence for the person who wrote the literal.</param>
/// <param name="Node">The part of the literal that is wrong.</param>
/// <param name="Path">Names of input fields and indexes of lists from the whole literal to the wrong part.</param>
public sealed record LiteralError(string Message, SyntaxNode Node, IReadOnlyList<object> Path);
