using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation;

/// <summary>One rule over a document: it is told what the walk enters, and keeps its own state.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Validation</remarks>
internal abstract class ValidationRule
{
    public virtual void EnterDocument(DocumentNode document, ValidationContext context) { }

    public virtual void EnterOperation(OperationDefinitionNode operation, ValidationContext context) { }

    public virtual void EnterFragment(FragmentDefinitionNode fragment, ValidationContext context) { }

    public virtual void EnterVariableDefinition(VariableDefinitionNode definition, ValidationContext context) { }

    /// <summary>Selections of an operation, a fragment or a field; an inline fragment belongs to the set around it.</summary>
    public virtual void EnterSelectionSet(SelectionSetNode selections, ValidationContext context) { }

    public virtual void EnterField(FieldNode field, ValidationContext context) { }

    public virtual void EnterFragmentSpread(FragmentSpreadNode spread, ValidationContext context) { }

    public virtual void EnterInlineFragment(InlineFragmentNode fragment, ValidationContext context) { }

    /// <summary>All directives of one node; <see cref="DirectiveLocations"/> names the location.</summary>
    public virtual void EnterDirectives(IReadOnlyList<DirectiveNode> directives, string location, ValidationContext context) { }

    public virtual void EnterDirective(DirectiveNode directive, string location, ValidationContext context) { }

    /// <summary>An argument of a field or a directive.</summary>
    public virtual void EnterArgument(ArgumentNode argument, ValidationContext context) { }

    public virtual void EnterObjectValue(ObjectValueNode value, ValidationContext context) { }

    /// <summary>Everything has been seen: rules about fragments and variables as a whole speak here.</summary>
    public virtual void LeaveDocument(DocumentNode document, ValidationContext context) { }
}
