using System.Text.Json;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Diagnostics;

/// <summary>What may be told about an operation: found out once per plan, the same for each of its requests.</summary>
public sealed class ObservedOperation
{
    private readonly OperationPlan _plan;
    private readonly DeprecatedUses _deprecatedUses;
    private readonly IReadOnlyDictionary<string, FragmentDefinitionNode> _fragments;
    private string? _documentHash;

    internal ObservedOperation(OperationPlan plan, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
    {
        (_plan, _fragments) = (plan, fragments);
        _deprecatedUses = DeprecatedUses.Of(plan.Schema, plan.Node, fragments);
    }

    /// <summary>As the client wrote it; null if it wrote none.</summary>
    public string? Name => _plan.Name;

    public OperationType Type => _plan.Node.Operation;

    /// <summary>The SHA-256 of the document's text, as trusted documents are named.</summary>
    public string DocumentHash => _documentHash ??= PersistedOperations.DocumentHash.Of(_plan.Node.Source.Utf8.Span);

    /// <summary>The root fields that it selects, whatever its variables leave out, each once.</summary>
    public IReadOnlyList<SchemaField> RootFields => field ??= RootFieldsOf(_plan, _fragments);

    /// <summary>The document as it was sent, literals included.</summary>
    public ReadOnlyMemory<byte> Document => _plan.Node.Source.Utf8;

    /// <summary>The coordinates of deprecated elements that the document or these variables use; each once.</summary>
    public IReadOnlyCollection<string> DeprecatedUsesWith(JsonElement variables) => _deprecatedUses.With(variables);

    private static SchemaField[] RootFieldsOf(OperationPlan plan, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
    {
        var found = new List<SchemaField>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<SelectionSetNode>([plan.Node.SelectionSet]);
        while (open.TryPop(out var selections))
        {
            foreach (var selection in selections.Selections)
            {
                if (selection is FieldNode { Name.Value: var name } && plan.RootType.Fields.Find(name) is { } definition)
                    found.Add(new SchemaField(plan.RootType, definition));
                else if (selection is InlineFragmentNode inline)
                    open.Push(inline.SelectionSet);
                else if (selection is FragmentSpreadNode { Name.Value: var fragment } && seen.Add(fragment))
                    open.Push(fragments[fragment].SelectionSet);
            }
        }
        return [.. found.Distinct()];
    }
}
