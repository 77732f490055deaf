using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>A subscription selects one field, unconditionally, and it is not a meta-field.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Single-Root-Field</remarks>
internal sealed class SingleRootField : ValidationRule
{
    public override void LeaveDocument(DocumentNode document, ValidationContext context)
    {
        if (context.Schema.SubscriptionType is not { } type) return;
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            if (operation.Operation == OperationType.Subscription)
                Check(operation, new RootFields(type, context), context);
        }
    }

    private static void Check(OperationDefinitionNode operation, RootFields root, ValidationContext context)
    {
        var subject = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        root.Collect(operation.SelectionSet);
        if (root.Conditions.Count > 0)
        {
            context.Report(
                $"{subject} must not use `@skip` or `@include` directives in the top level selection.", [.. root.Conditions]);
            return;
        }

        var fields = root.Fields.GroupBy(field => field.ResponseName).ToList();
        if (fields.Count == 0)
            context.Report($"{subject} must select one top level field.", operation.SelectionSet);
        else if (fields.Count > 1)
            context.Report($"{subject} must select only one top level field.", [.. fields.Skip(1).SelectMany(group => group)]);
        foreach (var group in fields)
        {
            if (group.First().Name.Value.StartsWith("__", StringComparison.Ordinal))
                context.Report($"{subject} must not select an introspection top level field.", [.. group]);
        }
    }

    /// <summary>The fields of the root selection set with its fragments, and the conditions that must not be there.</summary>
    private sealed class RootFields(ObjectType type, ValidationContext context)
    {
        private readonly HashSet<FragmentDefinitionNode> _visited = [];

        public List<FieldNode> Fields { get; } = [];

        public List<DirectiveNode> Conditions { get; } = [];

        public void Collect(SelectionSetNode root)
        {
            // A list of what is still to read instead of recursion: fragments can spread each other in a long chain.
            var toRead = new Stack<SelectionNode>(root.Selections.Reverse());
            while (toRead.TryPop(out var selection))
            {
                context.Fragments.Spend(1);
                if (Condition(selection) is { } condition)
                    Conditions.Add(condition);
                else if (selection is FieldNode field)
                    Fields.Add(field);
                else if (Inner(selection) is { } inner)
                    foreach (var next in inner.Selections.Reverse())
                        toRead.Push(next);
            }
        }

        private SelectionSetNode? Inner(SelectionNode selection) => selection switch
        {
            InlineFragmentNode inline when Applies(inline.TypeCondition) => inline.SelectionSet,
            FragmentSpreadNode spread when context.Fragments.Find(spread.Name.Value) is { } fragment
                && Applies(fragment.TypeCondition) && _visited.Add(fragment) => fragment.SelectionSet,
            _ => null,
        };

        private bool Applies(NamedTypeNode? condition) =>
            condition is null
            || (context.Schema.FindType(condition.Name.Value) is { } narrowed && GraphQLSchema.IsPossibleType(narrowed, type));

        private static DirectiveNode? Condition(SelectionNode selection) =>
            selection.Directives.FirstOrDefault(directive => directive.Name.Value == "skip")
            ?? selection.Directives.FirstOrDefault(directive => directive.Name.Value == "include");
    }
}
