using System.Text;

namespace Jobs.GraphQL.Tests.Language;

/// <summary>Writes documents at random after the grammar: every construct, with white space that no one would write.</summary>
internal sealed class RandomDocument(int seed)
{
    private static readonly string[] Names =
        ["a", "query", "on", "type", "wageType", "_", "B2", "fragment", "aVeryLongNameThatMakesLinesOverflow"];

    private static readonly string[] Ignored = [" ", "\n", "\t ", ",", " # 주석 \"{\r\n", "\r", "\uFEFF "];

    private static readonly string[] Characters =
        ["a", " ", "  ", "\t", "한", "😀", "\\n", "\\\\", "\\\"", "\\u0007", "\\u{1F600}", "\\uD83D\\uDE00", "#", "{"];

    private static readonly string[] BlockCharacters =
        ["a", " ", "  ", "\t", "한", "😀", "\n", "\r\n", "\n  ", "\n\n", "\\ ", "\\\"\"\" ", "\"\" ", "\u0001"];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();
    private int _depth;

    public static string Write(int seed)
    {
        var document = new RandomDocument(seed);
        document.Many(document.Definition);
        return document._text.ToString();
    }

    private void Definition()
    {
        if (Chance(10))
        {
            SelectionSet();
            return;
        }

        var isExtension = Chance(4);
        if (isExtension) Token("extend");
        else if (Chance(2)) String();
        Action[] definitions =
        [
            Operation, Fragment, DirectiveDefinition, // The rest can be extended.
            () => { Token("schema"); Directives(); Braced(() => { Token("query"); Token(":"); Name(); }); },
            () => { Token("scalar"); Token("S"); Token("@d"); Directives(); },
            () => { Token("type", "interface"); Name(); Implements(); Directives(); Braced(FieldDefinition); },
            () => { Token("union"); Name(); Directives(); Token("="); Delimited("|"); },
            () => { Token("enum"); Name(); Directives(); Braced(() => { Maybe(String); Name(); Directives(); }); },
            () => { Token("input"); Name(); Directives(); Braced(InputValueDefinition); },
        ];
        definitions[_random.Next(isExtension ? 3 : 0, definitions.Length)]();
    }

    private void Operation()
    {
        Token("query", "mutation", "subscription");
        Maybe(Name);
        Maybe(() => Parenthesized(VariableDefinition));
        Directives();
        SelectionSet();
    }

    private void VariableDefinition()
    {
        Maybe(String);
        Token("$");
        InputValue();
    }

    private void Fragment()
    {
        Token("fragment");
        Token("F");
        Token("on");
        Name();
        Directives();
        SelectionSet();
    }

    private void DirectiveDefinition()
    {
        Token("directive");
        Token("@");
        Name();
        Maybe(ArgumentDefinitions);
        Maybe(() => Token("repeatable"));
        Token("on");
        Token("FIELD", "| ENUM", "QUERY|FIELD");
    }

    private void SelectionSet() => Braced(() =>
    {
        switch (_random.Next(6))
        {
            case 0: Token("..."); Token("F"); Directives(); break;
            case 1:
                Token("...");
                Maybe(() => { Token("on"); Name(); });
                Directives(isConstant: false);
                Nested(SelectionSet, "{a}");
                break;
            default:
                Maybe(() => { Name(); Token(":"); });
                Name();
                Maybe(() => Arguments(isConstant: false));
                Directives(isConstant: false);
                Nested(() => Maybe(SelectionSet), "");
                break;
        }
    });

    private void Implements() => Maybe(() => { Token("implements"); Delimited("&"); });

    private void FieldDefinition()
    {
        Maybe(String);
        Name();
        Maybe(ArgumentDefinitions);
        Token(":");
        Type();
        Directives();
    }

    private void ArgumentDefinitions() => Parenthesized(InputValueDefinition);

    private void InputValueDefinition()
    {
        Maybe(String);
        InputValue();
    }

    private void InputValue()
    {
        Name();
        Token(":");
        Type();
        Maybe(() => { Token("="); Value(isConstant: true); });
        Directives();
    }

    private void Directives(bool isConstant = true)
    {
        if (Chance(4)) Many(() => { Token("@"); Name(); Maybe(() => Arguments(isConstant)); });
    }

    private void Arguments(bool isConstant) => Parenthesized(() => ObjectField(isConstant));

    private void Type()
    {
        Nested(() => Wrapped("[", Type, "]"), "Int", 3);
        Maybe(() => Token("!"));
    }

    private void Value(bool isConstant)
    {
        switch (_random.Next(8))
        {
            case 0: Token("0", "-1", "12345678901234567890"); break;
            case 1: Token("0.5", "-1e10", "2.50E-3"); break;
            case 2: Token("true", "false", "null"); break;
            case 3 when !isConstant: Token("$"); Name(); break;
            case 4: Nested(() => Wrapped("[", () => Maybe(() => Many(() => Value(isConstant))), "]"), "[]"); break;
            case 5: Nested(() => Wrapped("{", () => Maybe(() => Many(() => ObjectField(isConstant))), "}"), "{}"); break;
            case 6: Name(); break;
            default: String(); break;
        }
    }

    private void ObjectField(bool isConstant)
    {
        Name();
        Token(":");
        Value(isConstant);
    }

    private void String()
    {
        var isBlock = Chance(2);
        var quote = isBlock ? "\"\"\"" : "\"";
        var characters = isBlock ? BlockCharacters : Characters;
        var value = Enumerable.Range(0, _random.Next(12)).Select(_ => characters[_random.Next(characters.Length)]);
        Token(quote + string.Concat(value) + quote);
    }

    private void Name() => Token(Names);

    private void Token(params string[] alternatives)
    {
        _text.Append(alternatives[_random.Next(alternatives.Length)]);
        do _text.Append(Ignored[_random.Next(Ignored.Length)]);
        while (Chance(4));
    }

    private void Braced(Action item) => Wrapped("{", () => Many(item), "}");

    private void Parenthesized(Action item) => Wrapped("(", () => Many(item), ")");

    private void Wrapped(string open, Action inside, string close)
    {
        Token(open);
        inside();
        Token(close);
    }

    private void Delimited(string delimiter)
    {
        Maybe(() => Token(delimiter));
        Name();
        Maybe(() => { Token(delimiter); Name(); });
    }

    private void Many(Action item)
    {
        do item();
        while (Chance(2));
    }

    private void Maybe(Action item)
    {
        if (Chance(2)) item();
    }

    /// <summary>Ends in the short form sooner the deeper it is.</summary>
    private void Nested(Action deeper, string shortForm, int likelihood = 6)
    {
        if (_depth++ < _random.Next(likelihood)) deeper();
        else Token(shortForm);
        _depth--;
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;
}
