using System.Text.Json;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Diagnostics;

/// <summary>What may be told about an operation: found out once per plan, the same for each of its requests.</summary>
public sealed class ObservedOperation
{
    private readonly OperationPlan _plan;
    private readonly DeprecatedUses _deprecatedUses;
    private string? _documentHash;

    internal ObservedOperation(OperationPlan plan, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
    {
        _plan = plan;
        _deprecatedUses = DeprecatedUses.Of(plan.Schema, plan.Node, fragments);
    }

    /// <summary>As the client wrote it; null if it wrote none.</summary>
    public string? Name => _plan.Name;

    public OperationType Type => _plan.Node.Operation;

    /// <summary>The SHA-256 of the document's text, as trusted documents are named.</summary>
    public string DocumentHash => _documentHash ??= PersistedOperations.DocumentHash.Of(_plan.Node.Source.Utf8.Span);

    /// <summary>The document as it was sent, literals included.</summary>
    public ReadOnlyMemory<byte> Document => _plan.Node.Source.Utf8;

    /// <summary>The coordinates of deprecated elements that the document or these variables use; each once.</summary>
    public IReadOnlyCollection<string> DeprecatedUsesWith(JsonElement variables) => _deprecatedUses.With(variables);
}
