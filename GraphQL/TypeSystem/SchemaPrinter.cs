using System.Text;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.TypeSystem;

/// <summary>Writes a schema as SDL, without what is built in, laid out as the reference does.</summary>
public sealed class SchemaPrinter
{
    private readonly StringBuilder _sdl = new();

    private SchemaPrinter()
    {
    }

    public static string Print(GraphQLSchema schema)
    {
        var printer = new SchemaPrinter();
        printer.PrintSchemaDefinition(schema);
        var builtIn = BuiltInDirectives.All.Select(directive => directive.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var directive in schema.Directives.Where(directive => directive.SyntaxNode is not null && !builtIn.Contains(directive.Name)))
            printer.PrintDirective(directive);
        foreach (var type in schema.Types.Where(type => type.SyntaxNode is not null))
            printer.PrintType(type);
        return printer._sdl.ToString();
    }

    private void PrintSchemaDefinition(GraphQLSchema schema)
    {
        if (schema.Description is null && HasUsualRoots(schema)) return;
        Open(schema.Description, "schema {\n");
        foreach (var root in schema.RootTypes)
            Write($"  {RootType.NameOf(root.Operation)}: {root.Type}\n");
        _sdl.Append('}');
    }

    /// <summary>Every type with the usual name of a root is that root, and there is no other.</summary>
    private static bool HasUsualRoots(GraphQLSchema schema) => Enum.GetValues<OperationType>().All(operation =>
        schema.RootTypes.FirstOrDefault(root => root.Operation == operation)?.Type == schema.FindType(operation.ToString()));

    private void PrintDirective(DirectiveDefinition directive)
    {
        Open(directive.Description, $"directive @{directive.Name}");
        PrintArguments(directive.Arguments, "");
        if (directive.IsRepeatable) _sdl.Append(" repeatable");
        _sdl.Append(" on ").AppendJoin(" | ", directive.Locations);
    }

    private void PrintType(TypeDefinition type)
    {
        switch (type)
        {
            case ScalarType scalar:
                Open(type.Description, $"scalar {type}");
                if (scalar.SpecifiedByUrl is { } url) Write($" @specifiedBy(url: {Quote(url)})");
                break;
            case FieldsType fieldsType:
                Open(type.Description, $"{(type is ObjectType ? "type" : "interface")} {type}");
                if (fieldsType.Interfaces.Count > 0)
                    _sdl.Append(" implements ").AppendJoin(" & ", fieldsType.Interfaces);
                PrintBlock(fieldsType.Fields, field => field.Description, PrintField);
                break;
            case UnionType union:
                Open(type.Description, $"union {type} = ");
                _sdl.AppendJoin(" | ", union.Types);
                break;
            case EnumType enumType:
                Open(type.Description, $"enum {type}");
                PrintBlock(enumType.Values, value => value.Description, PrintEnumValue);
                break;
            case InputObjectType inputObject:
                Open(type.Description, $"input {type}{(inputObject.IsOneOf ? " @oneOf" : "")}");
                PrintBlock(inputObject.Fields, field => field.Description, PrintInputValue);
                break;
        }
    }

    private void PrintField(FieldDefinition field)
    {
        _sdl.Append(field.Name);
        PrintArguments(field.Arguments, "  ");
        Write($": {field.Type}");
        PrintDeprecated(field.DeprecationReason);
    }

    private void PrintEnumValue(EnumValueDefinition value)
    {
        _sdl.Append(value.Name);
        PrintDeprecated(value.DeprecationReason);
    }

    private void PrintInputValue(InputValueDefinition value)
    {
        Write($"{value.Name}: {value.Type}");
        if (value.DefaultValue is { } defaultValue) Write($" = {Printer.Print(defaultValue)}");
        PrintDeprecated(value.DeprecationReason);
    }

    /// <summary>On one line, unless one of them has a description.</summary>
    private void PrintArguments(InputValueDefinitions arguments, string indentation)
    {
        if (arguments.Count == 0) return;
        var isOnLines = arguments.Any(argument => argument.Description is not null);
        _sdl.Append(isOnLines ? "(\n" : "(");
        for (var i = 0; i < arguments.Count; i++)
        {
            if (isOnLines)
            {
                if (i > 0) _sdl.Append('\n');
                PrintDescription(arguments[i].Description, "  " + indentation, isFirst: i == 0);
                _sdl.Append("  ").Append(indentation);
            }
            else if (i > 0)
            {
                _sdl.Append(", ");
            }

            PrintInputValue(arguments[i]);
        }

        _sdl.Append(isOnLines ? $"\n{indentation})" : ")");
    }

    private void PrintBlock<T>(IReadOnlyList<T> items, Func<T, string?> description, Action<T> print)
    {
        _sdl.Append(" {\n");
        for (var i = 0; i < items.Count; i++)
        {
            PrintDescription(description(items[i]), "  ", isFirst: i == 0);
            _sdl.Append("  ");
            print(items[i]);
            _sdl.Append('\n');
        }

        _sdl.Append('}');
    }

    private void PrintDeprecated(string? reason)
    {
        if (reason is null) return;
        _sdl.Append(" @deprecated");
        if (reason != BuiltInDirectives.DefaultDeprecationReason) Write($"(reason: {Quote(reason)})");
    }

    private void Open(string? description, string text)
    {
        if (_sdl.Length > 0) _sdl.Append("\n\n");
        PrintDescription(description, indentation: "", isFirst: true);
        _sdl.Append(text);
    }

    private void PrintDescription(string? description, string indentation, bool isFirst)
    {
        if (description is null) return;
        if (!isFirst) _sdl.Append('\n');
        var text = IsPrintableAsBlock(description) ? BlockString.Print(description) : Quote(description);
        _sdl.Append(indentation).Append(text.Replace("\n", "\n" + indentation, StringComparison.Ordinal)).Append('\n');
    }

    private void Write(string text) => _sdl.Append(text);

    private static string Quote(string value) => Printer.Print(new StringValueNode(Source.None, 0, 0, value, isBlock: false));

    /// <summary>Reading the block string gives the same text: no blank ends, no common indentation, nothing to escape.</summary>
    private static bool IsPrintableAsBlock(string value)
    {
        if (value.Length == 0) return true;
        var text = value.AsSpan();
        if (text.ContainsAnyInRange('\0', '\b') || text.ContainsAny("\v\f\r\u000E\u000F")) return false;
        var lines = value.Split('\n');
        if (IsBlank(lines[0]) || IsBlank(lines[^1])) return false;
        return lines.Length == 1 || lines.Any(line => !IsBlank(line) && line[0] is not (' ' or '\t'));
    }

    private static bool IsBlank(string line) => line.AsSpan().IndexOfAnyExcept(' ', '\t') < 0;
}
