using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation;

/// <summary>The fragments of a document by name, and what operations reach through them. Every answer is computed once.</summary>
internal sealed class DocumentFragments
{
    private readonly Dictionary<string, FragmentDefinitionNode> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<ExecutableDefinitionNode, List<FragmentSpreadNode>> _spreads = [];
    private readonly Dictionary<ExecutableDefinitionNode, List<VariableUsage>> _usages = [];
    private readonly Dictionary<OperationDefinitionNode, List<FragmentDefinitionNode>> _reachable = [];
    private readonly StepLimit _limit;

    public DocumentFragments(DocumentNode document, int maxSteps)
    {
        _limit = new StepLimit(maxSteps, "The document's fragments take too many steps to validate.");
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
                _byName[fragment.Name.Value] = fragment; // Of several with one name the last; the repetition is another rule's.
        }
    }

    public FragmentDefinitionNode? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Called by the walk for each variable that is used inside an operation or fragment.</summary>
    public void Add(ExecutableDefinitionNode definition, VariableUsage usage)
    {
        if (!_usages.TryGetValue(definition, out var usages))
            _usages[definition] = usages = [];
        usages.Add(usage);
    }

    /// <summary>All variables that executing the operation reads, through fragments too.</summary>
    public IEnumerable<VariableUsage> UsagesIn(OperationDefinitionNode operation)
    {
        foreach (var definition in ReachableFrom(operation).Prepend<ExecutableDefinitionNode>(operation))
        {
            Spend(1);
            if (!_usages.TryGetValue(definition, out var usages)) continue;
            Spend(usages.Count);
            foreach (var usage in usages)
                yield return usage;
        }
    }

    /// <summary>Every fragment that is spread in the operation, or in a fragment of it, once.</summary>
    public IReadOnlyList<FragmentDefinitionNode> ReachableFrom(OperationDefinitionNode operation)
    {
        if (_reachable.TryGetValue(operation, out var fragments)) return fragments;
        fragments = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        AddSpreads(operation);
        for (var i = 0; i < fragments.Count; i++) // The list grows while it is read.
            AddSpreads(fragments[i]);
        return _reachable[operation] = fragments;

        void AddSpreads(ExecutableDefinitionNode definition)
        {
            var spreads = SpreadsIn(definition);
            Spend(1 + spreads.Count);
            foreach (var spread in spreads)
            {
                if (seen.Add(spread.Name.Value) && Find(spread.Name.Value) is { } fragment)
                    fragments.Add(fragment);
            }
        }
    }

    /// <summary>The spreads inside a definition, at any depth: those of a selection set before those of the sets in it.</summary>
    public IReadOnlyList<FragmentSpreadNode> SpreadsIn(ExecutableDefinitionNode definition)
    {
        if (_spreads.TryGetValue(definition, out var spreads)) return spreads;
        spreads = [];
        var setsToVisit = new Stack<SelectionSetNode>([definition.SelectionSet]);
        while (setsToVisit.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                if (selection is FragmentSpreadNode spread)
                    spreads.Add(spread);
                else if (SelectionsOf(selection) is { } inner)
                    setsToVisit.Push(inner);
            }
        }

        return _spreads[definition] = spreads;
    }

    /// <exception cref="ValidationAbortedException">The document's fragments cost too much.</exception>
    public void Spend(int steps) => _limit.Spend(steps);

    private static SelectionSetNode? SelectionsOf(SelectionNode selection) => selection switch
    {
        FieldNode field => field.SelectionSet,
        InlineFragmentNode inline => inline.SelectionSet,
        _ => null,
    };
}
