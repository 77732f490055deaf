using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>What is wrong with a type system, with the places in the SDL.</summary>
internal sealed class SdlErrors
{
    /// <summary>Nobody reads more, and a hostile document can have millions.</summary>
    private const int CountMax = 1_000;

    /// <summary>Enough to find the rest: one name can be repeated as often as the document is long.</summary>
    private const int LocationsMax = 100;

    private readonly List<GraphQLError> _errors = [];

    public IReadOnlyList<GraphQLError> All => _errors;

    /// <summary>Further errors would be dropped.</summary>
    public bool IsFull => _errors.Count >= CountMax;

    /// <summary>Nodes that are null are of built-in elements, which stand nowhere.</summary>
    public void Report(string message, params IEnumerable<SyntaxNode?> nodes)
    {
        if (IsFull) return;
        _errors.Add(new GraphQLError(message)
        {
            Locations = [.. nodes.OfType<SyntaxNode>().Take(LocationsMax).Select(node => node.Location)],
            Code = ErrorCodes.ValidationFailed,
        });
    }
}
