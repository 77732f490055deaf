namespace Jobs.GraphQL.Language;

/// <content>Operations, fragments and what they select.</content>
public ref partial struct Parser
{
    private OperationDefinitionNode ParseShorthandQuery()
    {
        var start = _lexer.Start;
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(_source, start, _lastEnd, null, OperationType.Query, null, [], [], selectionSet);
    }

    private OperationDefinitionNode ParseOperationDefinition(int start, StringValueNode? description)
    {
        var operation = ParseOperationType();
        var name = _lexer.Kind == TokenKind.Name ? ParseName() : null;
        var variables = ParseVariableDefinitions();
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(
            _source, start, _lastEnd, description, operation, name, variables, directives, selectionSet);
    }

    private OperationType ParseOperationType()
    {
        if (_lexer.Kind != TokenKind.Name) throw Expected(TokenKind.Name);
        OperationType? operation = _lexer.Value switch
        {
            "query" => OperationType.Query,
            "mutation" => OperationType.Mutation,
            "subscription" => OperationType.Subscription,
            _ => null,
        };
        var unknown = operation is null ? Unexpected() : null;
        Advance(); // A token behind it that cannot be read is the earlier error.
        return operation ?? throw unknown!;
    }

    private VariableDefinitionNode[] ParseVariableDefinitions()
    {
        if (!Skip(TokenKind.ParenthesisOpen)) return [];
        var mark = _pendingCount;
        do
        {
            var start = _lexer.Start;
            var description = ParseDescription();
            var variable = ParseVariable();
            Expect(TokenKind.Colon);
            var type = ParseTypeReference();
            var defaultValue = Skip(TokenKind.EqualsSign) ? ParseValue(isConstant: true) : null;
            var directives = ParseDirectives(isConstant: true);
            Push(new VariableDefinitionNode(_source, start, _lastEnd, description, variable, type, defaultValue, directives));
        }
        while (!Skip(TokenKind.ParenthesisClose));
        return Take<VariableDefinitionNode>(mark);
    }

    private SelectionSetNode ParseSelectionSet()
    {
        var start = _lexer.Start;
        Expect(TokenKind.BraceOpen);
        Deepen();
        var mark = _pendingCount;
        do Push(_lexer.Kind == TokenKind.Spread ? ParseFragment() : ParseField());
        while (!Skip(TokenKind.BraceClose));
        _depth--;
        return new SelectionSetNode(_source, start, _lastEnd, Take<SelectionNode>(mark));
    }

    private FieldNode ParseField()
    {
        var start = _lexer.Start;
        var name = ParseName();
        NameNode? alias = null;
        if (Skip(TokenKind.Colon))
        {
            alias = name;
            name = ParseName();
        }

        var arguments = ParseArguments(isConstant: false);
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = _lexer.Kind == TokenKind.BraceOpen ? ParseSelectionSet() : null;
        return new FieldNode(_source, start, _lastEnd, alias, name, arguments, directives, selectionSet);
    }

    /// <summary>A spread of a named fragment, or an inline fragment with or without a type.</summary>
    private SelectionNode ParseFragment()
    {
        var start = _lexer.Start;
        Advance();
        var hasTypeCondition = SkipKeyword("on"u8);
        if (!hasTypeCondition && _lexer.Kind == TokenKind.Name)
        {
            var name = ParseName();
            var spreadDirectives = ParseDirectives(isConstant: false);
            return new FragmentSpreadNode(_source, start, _lastEnd, name, spreadDirectives);
        }

        var typeCondition = hasTypeCondition ? ParseNamedType() : null;
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = ParseSelectionSet();
        return new InlineFragmentNode(_source, start, _lastEnd, typeCondition, directives, selectionSet);
    }

    private FragmentDefinitionNode ParseFragmentDefinition(int start, StringValueNode? description)
    {
        Advance();
        if (_lexer.IsName("on"u8)) throw Unexpected();
        var name = ParseName();
        if (!SkipKeyword("on"u8)) throw ExpectedKeyword("on");
        var typeCondition = ParseNamedType();
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = ParseSelectionSet();
        return new FragmentDefinitionNode(_source, start, _lastEnd, description, name, typeCondition, directives, selectionSet);
    }
}
