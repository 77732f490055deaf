using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Execution;

/// <summary>What the client sent makes a field impossible; some other node than the field itself may be to blame.</summary>
internal sealed class FieldException(string message, SyntaxNode? node = null) : Exception(message)
{
    public SyntaxNode? Node { get; } = node;
}
