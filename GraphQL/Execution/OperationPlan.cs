using System.Collections.Concurrent;
using Jobs.GraphQL.Cost;
using Jobs.GraphQL.Diagnostics;
using Jobs.GraphQL.Incremental;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>An operation of a valid document, planned once and executed any number of times.</summary>
internal sealed class OperationPlan
{
    /// <summary>Combinations of conditions that stay planned; clients use a handful.</summary>
    private const int MaxVariants = 16;

    /// <summary>Two bits per variable and one more must fit into the key.</summary>
    private const int MaxKeyedConditions = 31;

    private readonly ConcurrentDictionary<ulong, PlannedSelectionSet> _variants = new();
    private readonly IReadOnlyDictionary<string, FragmentDefinitionNode> _fragments;
    private readonly string[] _conditions;
    private CostExpression? _cost;

    public OperationPlan(
        GraphQLSchema schema, OperationDefinitionNode node, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
    {
        (Schema, Node, _fragments) = (schema, node, fragments);
        RootType = schema.RootTypeOf(node.Operation)
            ?? throw new InvalidOperationException($"The schema has no {node.Operation} type: the document was not validated.");
        Variables = [.. node.VariableDefinitions.Select(variable => VariableDefinition.Of(schema, variable))];
        _conditions = [.. ConditionVariables.Of(node, fragments.Values)];
        MayBeIncremental = node.Operation != OperationType.Subscription && IncrementalDirectives.AreIn(node, fragments.Values);
    }

    public GraphQLSchema Schema { get; }

    public OperationDefinitionNode Node { get; }

    public string? Name => Node.Name?.Value;

    public ObjectType RootType { get; }

    public VariableDefinition[] Variables { get; }

    /// <summary>What observers are told; found out when the first one asks.</summary>
    public ObservedOperation Observed => field ??= new ObservedOperation(this, _fragments);

    /// <summary>What the operation costs; compiled when it is first asked for.</summary>
    public CostExpression Cost => _cost ??= CostCompiler.Compile(Schema, Node, RootType, _fragments);

    /// <summary>Whether there is a <c>@defer</c> or <c>@stream</c>, in force or not.</summary>
    public bool MayBeIncremental { get; }

    /// <summary>The whole response, if it is short and always the same: see <see cref="FoldedAnswers"/>.</summary>
    public byte[]? KnownResponse { get; set; }

    /// <summary>As many as the last result had: pages of one operation are of one size, mostly.</summary>
    public int ValuesExpected { get; set; } = 256;

    /// <summary>The root fields for these variables, with or without <c>@defer</c> and <c>@stream</c>.</summary>
    /// <exception cref="FieldException">A condition is null.</exception>
    public PlannedSelectionSet RootFieldsFor(CoercedVariables variables, bool isIncremental = false)
    {
        var isKeyed = _conditions.Length <= MaxKeyedConditions;
        var key = isKeyed ? KeyOf(variables) << 1 | (isIncremental ? 1UL : 0UL) : 0;
        if (isKeyed && _variants.TryGetValue(key, out var known)) return known;
        var conditions = _conditions.Where(variables.Has).ToDictionary(name => name, name => ValueOf(name, variables));
        var planned = FieldCollector.CollectFields(
            new PlanVariant(Schema, _fragments, conditions, isIncremental), RootType, Node.SelectionSet);
        return isKeyed && _variants.Count < MaxVariants ? _variants.GetOrAdd(key, planned) : planned;
    }

    private ulong KeyOf(CoercedVariables variables)
    {
        var key = 0UL;
        foreach (var name in _conditions)
        {
            var value = variables.Has(name) ? ValueOf(name, variables) switch { true => 1UL, false => 2UL, null => 3UL } : 0UL;
            key = (key << 2) | value;
        }

        return key;
    }

    private static bool? ValueOf(string name, CoercedVariables variables) => (bool?)variables[name];
}
