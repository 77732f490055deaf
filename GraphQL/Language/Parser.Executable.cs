namespace Jobs.GraphQL.Language;

/// <content>Operations, fragments and what they select.</content>
public ref partial struct Parser
{
    private OperationDefinitionNode ParseShorthandQuery()
    {
        var start = lexer.Start;
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(source, start, lastEnd, null, OperationType.Query, null, [], [], selectionSet);
    }

    private OperationDefinitionNode ParseOperationDefinition(int start, StringValueNode? description)
    {
        var operation = ParseOperationType();
        var name = lexer.Kind == TokenKind.Name ? ParseName() : null;
        var variables = ParseVariableDefinitions();
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(
            source, start, lastEnd, description, operation, name, variables, directives, selectionSet);
    }

    private OperationType ParseOperationType()
    {
        if (lexer.Kind != TokenKind.Name) throw Expected(TokenKind.Name);
        var operation = lexer.Value switch
        {
            "query" => OperationType.Query,
            "mutation" => OperationType.Mutation,
            "subscription" => OperationType.Subscription,
            _ => throw Unexpected(),
        };
        Advance();
        return operation;
    }

    private VariableDefinitionNode[] ParseVariableDefinitions()
    {
        if (!Skip(TokenKind.ParenthesisOpen)) return [];
        var mark = pendingCount;
        do
        {
            var start = lexer.Start;
            var description = ParseDescription();
            var variable = ParseVariable();
            Expect(TokenKind.Colon);
            var type = ParseTypeReference();
            var defaultValue = Skip(TokenKind.EqualsSign) ? ParseValue(isConstant: true) : null;
            var directives = ParseDirectives(isConstant: true);
            Push(new VariableDefinitionNode(source, start, lastEnd, description, variable, type, defaultValue, directives));
        }
        while (!Skip(TokenKind.ParenthesisClose));
        return Take<VariableDefinitionNode>(mark);
    }

    private SelectionSetNode ParseSelectionSet()
    {
        var start = lexer.Start;
        Expect(TokenKind.BraceOpen);
        Deepen();
        var mark = pendingCount;
        do Push(lexer.Kind == TokenKind.Spread ? ParseFragment() : ParseField());
        while (!Skip(TokenKind.BraceClose));
        depth--;
        return new SelectionSetNode(source, start, lastEnd, Take<SelectionNode>(mark));
    }

    private FieldNode ParseField()
    {
        var start = lexer.Start;
        var name = ParseName();
        NameNode? alias = null;
        if (Skip(TokenKind.Colon))
        {
            alias = name;
            name = ParseName();
        }

        var arguments = ParseArguments(isConstant: false);
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = lexer.Kind == TokenKind.BraceOpen ? ParseSelectionSet() : null;
        return new FieldNode(source, start, lastEnd, alias, name, arguments, directives, selectionSet);
    }

    /// <summary>A spread of a named fragment, or an inline fragment with or without a type.</summary>
    private SelectionNode ParseFragment()
    {
        var start = lexer.Start;
        Advance();
        var hasTypeCondition = SkipKeyword("on"u8);
        if (!hasTypeCondition && lexer.Kind == TokenKind.Name)
        {
            var name = ParseName();
            var spreadDirectives = ParseDirectives(isConstant: false);
            return new FragmentSpreadNode(source, start, lastEnd, name, spreadDirectives);
        }

        var typeCondition = hasTypeCondition ? ParseNamedType() : null;
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = ParseSelectionSet();
        return new InlineFragmentNode(source, start, lastEnd, typeCondition, directives, selectionSet);
    }

    private FragmentDefinitionNode ParseFragmentDefinition(int start, StringValueNode? description)
    {
        Advance();
        if (lexer.IsName("on"u8)) throw Unexpected();
        var name = ParseName();
        if (!SkipKeyword("on"u8)) throw ExpectedKeyword("on");
        var typeCondition = ParseNamedType();
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = ParseSelectionSet();
        return new FragmentDefinitionNode(source, start, lastEnd, description, name, typeCondition, directives, selectionSet);
    }
}
