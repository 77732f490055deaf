namespace Jobs.GraphQL.Language;

/// <summary>A literal or a variable.</summary>
public abstract class ValueNode(Source source, int start, int end) : SyntaxNode(source, start, end);

/// <summary>A variable as used: <c>$name</c>.</summary>
public sealed class VariableNode(Source source, int start, int end, NameNode name) : ValueNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.Variable;

    public NameNode Name { get; } = name;
}

/// <summary>A whole number as written; how large it may be is up to the scalar that reads it.</summary>
public sealed class IntValueNode(Source source, int start, int end, string value) : ValueNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.IntValue;

    public string Value { get; } = value;
}

/// <summary>A number with a fraction or an exponent, as written.</summary>
public sealed class FloatValueNode(Source source, int start, int end, string value) : ValueNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.FloatValue;

    public string Value { get; } = value;
}

/// <summary>A string, its escapes resolved; a block string without its common indentation.</summary>
public sealed class StringValueNode(Source source, int start, int end, string value, bool isBlock)
    : ValueNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.StringValue;

    public string Value { get; } = value;

    public bool IsBlock { get; } = isBlock;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class BooleanValueNode(Source source, int start, int end, bool value) : ValueNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.BooleanValue;

    public bool Value { get; } = value;
}

/// <summary>The literal <c>null</c>.</summary>
public sealed class NullValueNode(Source source, int start, int end) : ValueNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.NullValue;
}

/// <summary>A name as a value.</summary>
public sealed class EnumValueNode(Source source, int start, int end, string value) : ValueNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.EnumValue;

    public string Value { get; } = value;
}

/// <summary>Values between brackets.</summary>
public sealed class ListValueNode(Source source, int start, int end, IReadOnlyList<ValueNode> items)
    : ValueNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.ListValue;

    public IReadOnlyList<ValueNode> Items { get; } = items;
}

/// <summary>Input fields between braces.</summary>
public sealed class ObjectValueNode(Source source, int start, int end, IReadOnlyList<ObjectFieldNode> fields)
    : ValueNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.ObjectValue;

    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;

    /// <summary>The first of that name; null: there is none.</summary>
    public ObjectFieldNode? Find(string name)
    {
        for (var i = 0; i < Fields.Count; i++)
            if (Fields[i].Name.Value == name) return Fields[i];
        return null;
    }
}

/// <summary>One field of an input object: <c>name: value</c>.</summary>
public sealed class ObjectFieldNode(Source source, int start, int end, NameNode name, ValueNode value)
    : SyntaxNode(source, start, end)
{
    public override NodeKind Kind => NodeKind.ObjectField;

    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;
}
