using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;
using Jobs.GraphQL.TypeSystem.SdlRules;

namespace Jobs.GraphQL.Validation;

/// <summary>One walk through a document for all rules, keeping track of types on the way.</summary>
/// <remarks>Recursive: the parser bounds how deep a document can nest, and spreads are not followed.</remarks>
internal sealed class DocumentWalk(ValidationContext context, IReadOnlyList<ValidationRule> rules)
{
    private ExecutableDefinitionNode? _definition;

    public void Walk(DocumentNode document)
    {
        foreach (var rule in rules)
            rule.EnterDocument(document, context);
        foreach (var definition in document.Definitions)
        {
            _definition = definition as ExecutableDefinitionNode;
            if (definition is OperationDefinitionNode operation)
                WalkOperation(operation);
            else if (definition is FragmentDefinitionNode fragment)
                WalkFragment(fragment);
        }

        if (context.TypeSystem is { } typeSystem) WalkTypeSystem(typeSystem);
        foreach (var rule in rules)
            rule.LeaveDocument(document, context);
    }

    /// <summary>It does not belong here, but the reference implementation reports what else is wrong with it, too.</summary>
    private void WalkTypeSystem(SdlDocument typeSystem)
    {
        foreach (var site in typeSystem.DirectiveSites)
            WalkDirectives(site.Directives, site.Location);
        foreach (var value in typeSystem.DefaultValues)
            WalkValue(value, default);
    }

    private void WalkOperation(OperationDefinitionNode operation)
    {
        context.FieldType = context.RootType(operation.Operation);
        foreach (var rule in rules)
            rule.EnterOperation(operation, context);
        foreach (var variable in operation.VariableDefinitions)
            WalkVariableDefinition(variable);
        WalkDirectives(operation.Directives, LocationOf(operation.Operation));
        WalkSelectionSet(operation.SelectionSet, context.FieldType);
    }

    private void WalkFragment(FragmentDefinitionNode fragment)
    {
        context.FieldType = OutputType(fragment.TypeCondition);
        foreach (var rule in rules)
            rule.EnterFragment(fragment, context);
        WalkDirectives(fragment.Directives, DirectiveLocations.FragmentDefinition);
        WalkSelectionSet(fragment.SelectionSet, context.FieldType);
    }

    private void WalkVariableDefinition(VariableDefinitionNode variable)
    {
        context.InputType = context.FindType(variable.Type) is { NamedType.IsInputType: true } type ? type : null;
        foreach (var rule in rules)
            rule.EnterVariableDefinition(variable, context);
        WalkDirectives(variable.Directives, DirectiveLocations.VariableDefinition);
        if (variable.DefaultValue is { } defaultValue)
            WalkValue(defaultValue, default);
    }

    private void WalkSelectionSet(SelectionSetNode selections, GraphQLType? type)
    {
        var outer = context.ParentType;
        context.ParentType = type?.NamedType is { IsComposite: true } composite ? composite : null;
        foreach (var rule in rules)
            rule.EnterSelectionSet(selections, context);
        WalkSelections(selections);
        context.ParentType = outer;
    }

    private void WalkSelections(SelectionSetNode selections)
    {
        foreach (var selection in selections.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    WalkField(field);
                    break;
                case FragmentSpreadNode spread:
                    foreach (var rule in rules)
                        rule.EnterFragmentSpread(spread, context);
                    WalkDirectives(spread.Directives, DirectiveLocations.FragmentSpread);
                    break;
                case InlineFragmentNode inline:
                    WalkInlineFragment(inline);
                    break;
            }
        }
    }

    private void WalkField(FieldNode field)
    {
        var (outerField, outerType) = (context.Field, context.FieldType);
        var definition = context.FindField(context.ParentType, field.Name.Value);
        (context.Field, context.FieldType) = (definition, definition?.Type);
        foreach (var rule in rules)
            rule.EnterField(field, context);
        foreach (var argument in field.Arguments)
            WalkArgument(argument, definition?.Arguments);
        WalkDirectives(field.Directives, DirectiveLocations.Field);
        if (field.SelectionSet is { } selections)
            WalkSelectionSet(selections, definition?.Type);
        (context.Field, context.FieldType) = (outerField, outerType);
    }

    private void WalkInlineFragment(InlineFragmentNode inline)
    {
        var (outerType, outerParent) = (context.FieldType, context.ParentType);
        context.FieldType = inline.TypeCondition is { } condition ? OutputType(condition) : context.ParentType;
        foreach (var rule in rules)
            rule.EnterInlineFragment(inline, context);
        WalkDirectives(inline.Directives, DirectiveLocations.InlineFragment);
        context.ParentType = context.FieldType?.NamedType is { IsComposite: true } composite ? composite : null;
        WalkSelections(inline.SelectionSet);
        (context.FieldType, context.ParentType) = (outerType, outerParent);
    }

    private void WalkDirectives(IReadOnlyList<DirectiveNode> directives, string location)
    {
        if (directives.Count == 0) return;
        foreach (var rule in rules)
            rule.EnterDirectives(directives, location, context);
        foreach (var directive in directives)
        {
            foreach (var rule in rules)
                rule.EnterDirective(directive, location, context);
            // What nobody defines is read like the arguments of the field around it, as in the reference implementation.
            var definitions = context.Schema.FindDirective(directive.Name.Value)?.Arguments ?? context.Field?.Arguments;
            foreach (var argument in directive.Arguments)
                WalkArgument(argument, definitions);
        }
    }

    private void WalkArgument(ArgumentNode argument, InputValueDefinitions? definitions)
    {
        var definition = definitions?.Find(argument.Name.Value);
        context.InputType = definition?.Type;
        foreach (var rule in rules)
            rule.EnterArgument(argument, context);
        WalkValue(argument.Value, new(definition?.Type, null, definition?.DefaultValue is not null));
    }

    private void WalkValue(ValueNode value, ValuePlace place)
    {
        switch (value)
        {
            case VariableNode variable:
                context.Fragments.Add(_definition!, new(variable, place.Type, place.OneOfType, place.HasDefault));
                break;
            case ListValueNode list:
                var itemType = (place.Type?.NullableType as ListType)?.ItemType;
                foreach (var item in list.Items)
                    WalkValue(item, new(itemType, null, HasDefault: false));
                break;
            case ObjectValueNode fields:
                foreach (var rule in rules)
                    rule.EnterObjectValue(fields, context);
                var type = place.Type?.NamedType as InputObjectType;
                foreach (var field in fields.Fields)
                {
                    var definition = type?.Fields.Find(field.Name.Value);
                    var oneOfType = type is { IsOneOf: true } ? type : null;
                    WalkValue(field.Value, new(definition?.Type, oneOfType, definition?.DefaultValue is not null));
                }

                break;
        }
    }

    private static string LocationOf(OperationType operation) => operation switch
    {
        OperationType.Query => DirectiveLocations.Query,
        OperationType.Mutation => DirectiveLocations.Mutation,
        _ => DirectiveLocations.Subscription,
    };

    private TypeDefinition? OutputType(NamedTypeNode condition) =>
        context.Schema.FindType(condition.Name.Value) is { IsOutputType: true } type ? type : null;

    /// <summary>What a value inside an argument has to be.</summary>
    private readonly record struct ValuePlace(GraphQLType? Type, InputObjectType? OneOfType, bool HasDefault);
}
