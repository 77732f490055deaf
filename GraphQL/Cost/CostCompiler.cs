using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Cost;

/// <summary>Compiles the cost of one operation: each selection set once, each fragment once for all its spreads.</summary>
/// <remarks>
/// An upper bound in time linear in the document: a field that is selected twice counts twice, and where a value's type is not
/// known, fragments on interfaces all count, and of those on object types the dearest.
/// </remarks>
internal sealed class CostCompiler
{
    private readonly GraphQLSchema _schema;
    private readonly SchemaCosts _costs;
    private readonly InputCosts _inputs;
    private readonly IReadOnlyDictionary<string, FragmentDefinitionNode> _fragments;
    private readonly Dictionary<FragmentPlace, (SumTerm Term, int Index)> _compiled = [];
    private readonly List<SumTerm> _unknown = [];
    private readonly HashSet<FragmentPlace> _missing = [];
    private readonly CostEvaluation _constants;
    private string? _notSliced;

    private CostCompiler(GraphQLSchema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
    {
        (_schema, _costs, _fragments) = (schema, schema.Costs, fragments);
        _inputs = new InputCosts(_costs);
        _constants = new CostEvaluation(_inputs, CoercedVariables.None, 0);
    }

    public static CostExpression Compile(
        GraphQLSchema schema, OperationDefinitionNode operation, ObjectType rootType,
        IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
    {
        var compiler = new CostCompiler(schema, fragments);
        var root = compiler.CompileRoot(operation.SelectionSet, rootType);
        return new CostExpression(compiler._inputs, compiler._unknown, root, compiler._costs.WeightOf(rootType))
        {
            NotSliced = compiler._notSliced,
        };
    }

    /// <summary>Inner fragments first, without recursion from one to the next: a chain of fragments may be long.</summary>
    private SumTerm CompileRoot(SelectionSetNode selections, ObjectType rootType)
    {
        var root = Compile(selections, rootType, null);
        var open = new Stack<FragmentPlace>(_missing);
        while (open.TryPeek(out var place))
        {
            _missing.Clear();
            if (!_compiled.ContainsKey(place))
            {
                var type = _schema.FindType(place.Fragment.TypeCondition.Name.Value)!;
                var term = Compile(place.Fragment.SelectionSet, type, place.Sized);
                if (_missing.Count > 0)
                {
                    foreach (var inner in _missing) open.Push(inner);
                    continue;
                }

                _compiled[place] = (term, term.IsKnown ? -1 : _unknown.Count);
                if (!term.IsKnown) _unknown.Add(term);
            }

            open.Pop();
        }

        return _compiled.Count == 0 ? root : Compile(selections, rootType, null);
    }

    private SumTerm Compile(SelectionSetNode selections, TypeDefinition type, SizedFields? sized)
    {
        var sum = new CostSum();
        Dictionary<TypeDefinition, CostSum>? byType = null;
        foreach (var selection in selections.Selections)
        {
            if (ConditionsOf(selection) is not { } conditions) continue;
            var narrowed = NarrowedType(selection);
            var target = sum;
            if (type.IsAbstract && narrowed is ObjectType)
            {
                byType ??= [];
                if (!byType.TryGetValue(narrowed, out target!)) byType[narrowed] = target = new CostSum();
            }

            var term = selection switch
            {
                FieldNode field => Compile(field, type, sized),
                InlineFragmentNode inline => Compile(inline.SelectionSet, narrowed ?? type, sized),
                _ => Spread((FragmentSpreadNode)selection, sized),
            };
            target.Add(term, conditions);
        }

        if (byType is not null) sum.AddMax([.. byType.Values.Select(each => each.ToTerm())]);
        return sum.ToTerm();
    }

    private CostTerm? Compile(FieldNode node, TypeDefinition parentType, SizedFields? sized)
    {
        if (FindField(parentType, node.Name.Value) is not { } field) return null;
        var costs = _costs.Of(field);
        var inside = node.SelectionSet is { } selections
            ? Compile(selections, field.Type.NamedType, costs.ListSize?.SizedFields) : null;
        if (costs.ListSize is { } size && !size.IsSliced(node)) _notSliced ??= $"{parentType}.{field.Name}";
        var isList = field.Type.NullableType is ListType;
        var term = new FieldTerm(
            node, field.Arguments, costs, isList && sized?.Contains(field.Name) == true, isList, inside);
        var isKnown = inside is not { IsKnown: false } && _inputs.AreConstant(field.Arguments, node.Arguments)
            && costs.ListSize?.IsConstant(node) != false;
        return isKnown ? new SumTerm(term.Evaluate(_constants), []) : term;
    }

    private CostTerm? Spread(FragmentSpreadNode spread, SizedFields? sized)
    {
        if (!_fragments.TryGetValue(spread.Name.Value, out var fragment)) return null;
        var place = new FragmentPlace(fragment, sized);
        if (_compiled.TryGetValue(place, out var compiled))
            return compiled.Index < 0 ? compiled.Term : new FragmentTerm(compiled.Index);
        _missing.Add(place);
        return null;
    }

    /// <summary>The variables that decide whether a selection takes part; null if it never does.</summary>
    private static List<(string Variable, bool IncludingValue)>? ConditionsOf(SelectionNode selection)
    {
        var conditions = new List<(string, bool)>();
        foreach (var directive in selection.Directives)
        {
            if (directive.Name.Value is not ("skip" or "include") || directive.Arguments is not [var argument]) continue;
            var includingValue = directive.Name.Value == "include";
            if (argument.Value is BooleanValueNode constant && constant.Value != includingValue) return null;
            if (argument.Value is VariableNode variable) conditions.Add((variable.Name.Value, includingValue));
        }

        return conditions;
    }

    private TypeDefinition? NarrowedType(SelectionNode selection)
    {
        var condition = selection switch
        {
            InlineFragmentNode inline => inline.TypeCondition,
            FragmentSpreadNode spread => _fragments.GetValueOrDefault(spread.Name.Value)?.TypeCondition,
            _ => null,
        };
        return condition is null ? null : _schema.FindType(condition.Name.Value);
    }

    private FieldDefinition? FindField(TypeDefinition parentType, string name)
    {
        if (name == Introspection.TypeName.Name) return Introspection.TypeName;
        if (parentType == _schema.QueryType && name == Introspection.Schema.Name) return Introspection.Schema;
        if (parentType == _schema.QueryType && name == Introspection.Type.Name) return Introspection.Type;
        return (parentType as FieldsType)?.Fields.Find(name);
    }

    /// <summary>A fragment where its lists are sized by the field around it, or are not.</summary>
    private sealed record FragmentPlace(FragmentDefinitionNode Fragment, SizedFields? Sized);
}
