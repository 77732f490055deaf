using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Validation;

/// <summary>
/// Compares literals with the types they are written for: arguments and defaults of documents, and those of type systems.
/// A variable is taken to fit; where it may stand is another rule's question.
/// </summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type</remarks>
public sealed class LiteralValidation
{
    private readonly ValidationOptions _options;
    private readonly NameSuggestions _suggestions;
    private readonly Action<LiteralError> _report;
    private readonly Stack<object> _path = [];

    public LiteralValidation(ValidationOptions options, Action<LiteralError> report)
        : this(options, new NameSuggestions(options), report)
    {
    }

    internal LiteralValidation(ValidationOptions options, NameSuggestions suggestions, Action<LiteralError> report) =>
        (_options, _suggestions, _report) = (options, suggestions, report);

    /// <summary>Recurses as deep as the literal is nested, which the parser bounds.</summary>
    public void Validate(ValueNode literal, GraphQLType type)
    {
        switch (literal, type)
        {
            case (VariableNode, _):
                break;
            case (NullValueNode, NonNullType):
                Report(literal, $"Expected value of non-null type \"{type}\" not to be null.");
                break;
            case (_, NonNullType nonNull):
                Validate(literal, nonNull.OfType);
                break;
            case (NullValueNode, _):
                break;
            case (ListValueNode list, ListType listType):
                for (var i = 0; i < list.Items.Count; i++)
                    Validate(list.Items[i], listType.ItemType, at: i);
                break;
            case (_, ListType listType): // One value stands for a list of one.
                Validate(literal, listType.ItemType);
                break;
            case (_, InputObjectType objectType):
                ValidateObject(literal, objectType);
                break;
            case (_, EnumType enumType):
                ValidateEnum(literal, enumType);
                break;
            case (_, ScalarType scalarType):
                ValidateScalar(literal, scalarType);
                break;
        }
    }

    private void Validate(ValueNode literal, GraphQLType type, object at)
    {
        _path.Push(at);
        Validate(literal, type);
        _path.Pop();
    }

    private void ValidateObject(ValueNode literal, InputObjectType type)
    {
        if (literal is not ObjectValueNode value)
        {
            Report(literal, $"Expected value of type \"{type}\" to be an object, found: {Quote(literal)}.");
            return;
        }

        string? quoted = null; // An object can have thousands of wrong fields: its text is written once.
        var given = new Dictionary<string, ObjectFieldNode>(StringComparer.Ordinal);
        foreach (var field in value.Fields)
            given[field.Name.Value] = field;
        foreach (var field in given.Values)
        {
            if (type.Fields.Find(field.Name.Value) is { } definition)
                Validate(field.Value, definition.Type, at: definition.Name);
        }

        foreach (var definition in type.RequiredFields.Where(definition => !given.ContainsKey(definition.Name)))
        {
            quoted ??= Quote(value);
            var missing = $"to include required field \"{definition.Name}\"";
            Report(value, $"Expected value of type \"{type}\" {missing}, found: {quoted}.");
        }

        foreach (var field in value.Fields)
        {
            if (type.Fields.Find(field.Name.Value) is not null) continue;
            var suggestion = _suggestions.For(field.Name.Value, type.Fields, candidate => candidate.Name);
            var found = suggestion.Length == 0 ? ", found" : $".{suggestion} Found";
            quoted ??= Quote(value);
            var unknown = $"not to include unknown field \"{field.Name.Value}\"";
            Report(field, $"Expected value of type \"{type}\" {unknown}{found}: {quoted}.");
        }

        if (type.IsOneOf)
            ValidateOneOf(value, type);
    }

    private void ValidateOneOf(ObjectValueNode value, InputObjectType type)
    {
        var known = value.Fields.Where(field => type.Fields.Find(field.Name.Value) is not null).Take(2).ToList();
        if (known is [{ Value: not NullValueNode }]) return;
        var isNull = known.Count == 1;
        if (isNull) _path.Push(known[0].Name.Value);
        Report(
            value,
            $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, "
            + "and the value for that field must be non-null.");
        if (isNull) _path.Pop();
    }

    private void ValidateEnum(ValueNode literal, EnumType type)
    {
        if (literal is EnumValueNode { Value: var name })
        {
            if (type.Find(name) is null)
                Report(literal, $"Value \"{name}\" does not exist in \"{type}\" enum.{SuggestValue(name)}");
            return;
        }

        var quoted = Quote(WithoutVariables(literal));
        Report(literal, $"Enum \"{type}\" cannot represent non-enum value: {quoted}.{SuggestValue(quoted)}");

        string SuggestValue(string unknown) =>
            _suggestions.For("the enum value", unknown, type.Values, value => value.Name);
    }

    private void ValidateScalar(ValueNode literal, ScalarType type)
    {
        // What a variable brings into a structured scalar is known at execution only. The built-in scalars have no structure.
        if (type.SyntaxNode is not null && LiteralVariables.AreIn(literal)) return;
        try
        {
            type.Coercion.ParseLiteral(WithoutVariables(literal));
        }
        catch (CoercionException refusal)
        {
            Report(literal, Abbreviate(refusal.Message));
        }
    }

    /// <summary>As if no variable had a value: so the reference implementation quotes what a leaf cannot take.</summary>
    private static ValueNode WithoutVariables(ValueNode literal) => LiteralVariables.Replace(literal, CoercedVariables.None);

    private string Quote(ValueNode literal) => Abbreviate(Printer.Print(literal));

    private string Abbreviate(string text) =>
        text.Length > _options.MaxQuotedLiteral ? string.Concat(text.AsSpan(0, _options.MaxQuotedLiteral), "...") : text;

    private void Report(SyntaxNode node, string message) => _report(new(message, node, [.. _path.Reverse()]));
}
