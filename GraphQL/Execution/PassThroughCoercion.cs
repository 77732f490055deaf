using System.Globalization;
using System.Text.Json;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Execution;

/// <summary>A scalar that nothing is bound to: any JSON value, any literal.</summary>
internal sealed class PassThroughCoercion : ScalarCoercion
{
    public override object? ParseValue(JsonElement value) => value.Clone();

    public override object? ParseLiteral(ValueNode literal) => literal switch
    {
        NullValueNode => null,
        BooleanValueNode boolean => boolean.Value,
        StringValueNode text => text.Value,
        EnumValueNode name => name.Value,
        IntValueNode number => Number(number.Value),
        FloatValueNode number => double.Parse(number.Value, CultureInfo.InvariantCulture),
        ListValueNode list => list.Items.Select(ParseLiteral).ToList(),
        ObjectValueNode fields => ParseFields(fields),
        _ => throw new CoercionException("A variable cannot be used here."),
    };

    /// <summary>Exact as far as a decimal is, else as near as a double comes; beyond that only the text is left.</summary>
    private static object Number(string digits)
    {
        if (decimal.TryParse(digits, CultureInfo.InvariantCulture, out var number)) return number;
        var near = double.Parse(digits, CultureInfo.InvariantCulture);
        return double.IsFinite(near) ? near : digits;
    }

    /// <summary>Of a field given twice the last counts; that it is given twice is a validation error of its own.</summary>
    private Dictionary<string, object?> ParseFields(ObjectValueNode value)
    {
        var fields = new Dictionary<string, object?>(value.Fields.Count, StringComparer.Ordinal);
        foreach (var field in value.Fields)
            fields[field.Name.Value] = ParseLiteral(field.Value);
        return fields;
    }

    public override object? Serialize(object value) => value;
}
