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
        IntValueNode number => decimal.TryParse(number.Value, CultureInfo.InvariantCulture, out var value) ? value : number.Value,
        FloatValueNode number => double.Parse(number.Value, CultureInfo.InvariantCulture),
        ListValueNode list => list.Items.Select(ParseLiteral).ToList(),
        ObjectValueNode fields => fields.Fields.ToDictionary(field => field.Name.Value, field => ParseLiteral(field.Value)),
        _ => throw new CoercionException("A variable cannot be used here."),
    };

    public override object? Serialize(object value) => value;
}
