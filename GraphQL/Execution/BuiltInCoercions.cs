using System.Globalization;
using System.Text.Json;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Execution;

/// <summary>The coercions of the five scalars of the specification.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Scalars.Built-in-Scalars</remarks>
public static class BuiltInCoercions
{
    public static ScalarCoercion Int { get; } = new IntCoercion();

    public static ScalarCoercion Float { get; } = new FloatCoercion();

    public static ScalarCoercion String { get; } = new StringCoercion();

    public static ScalarCoercion Boolean { get; } = new BooleanCoercion();

    public static ScalarCoercion ID { get; } = new IdCoercion();

    internal static CoercionException Refuse(string what, object? value) => new($"{what}: {InspectedValue.Of(value)}");

    internal static CoercionException Refuse(string what, ValueNode literal) => new($"{what}: {LiteralText.Of(literal)}");
}

/// <summary>Whole numbers of 32 bits. JSON may write them as <c>1.0</c>, a literal may not.</summary>
internal sealed class IntCoercion : ScalarCoercion
{
    private const string NotWhole = "Int cannot represent non-integer value";
    private const string TooLarge = "Int cannot represent non 32-bit signed integer value";

    public override Type RuntimeType => typeof(int);

    public override object ParseValue(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number) throw BuiltInCoercions.Refuse(NotWhole, value);
        return value.TryGetInt32(out var number) ? number : Narrow(value.GetDouble(), value);
    }

    public override object ParseLiteral(ValueNode literal)
    {
        if (literal is not IntValueNode number) throw BuiltInCoercions.Refuse(NotWhole, literal);
        return int.TryParse(number.Value, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw BuiltInCoercions.Refuse(TooLarge, literal);
    }

    public override object Serialize(object value) => value switch
    {
        int => value,
        short or byte or sbyte or ushort => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        long or uint or ulong or double or float or decimal =>
            Narrow(Convert.ToDouble(value, CultureInfo.InvariantCulture), value),
        _ => throw BuiltInCoercions.Refuse(NotWhole, value),
    };

    private static int Narrow(double number, object shown)
    {
        if (!double.IsInteger(number)) throw BuiltInCoercions.Refuse(NotWhole, shown);
        return number is >= int.MinValue and <= int.MaxValue ? (int)number : throw BuiltInCoercions.Refuse(TooLarge, shown);
    }
}

/// <summary>Numbers of double precision; whole numbers are numbers, too.</summary>
internal sealed class FloatCoercion : ScalarCoercion
{
    private const string NotNumeric = "Float cannot represent non numeric value";

    public override Type RuntimeType => typeof(double);

    public override object ParseValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw BuiltInCoercions.Refuse(NotNumeric, value);

    public override object ParseLiteral(ValueNode literal)
    {
        var text = literal switch
        {
            IntValueNode whole => whole.Value,
            FloatValueNode number => number.Value,
            _ => throw BuiltInCoercions.Refuse(NotNumeric, literal),
        };
        var value = double.Parse(text, CultureInfo.InvariantCulture);
        return double.IsFinite(value) ? value : throw BuiltInCoercions.Refuse(NotNumeric, literal);
    }

    public override object Serialize(object value)
    {
        if (value is not (double or float or decimal or int or long or short or byte or sbyte or ushort or uint or ulong))
            throw BuiltInCoercions.Refuse(NotNumeric, value);
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : throw BuiltInCoercions.Refuse(NotNumeric, value);
    }
}

/// <summary>Text; numbers are none.</summary>
internal sealed class StringCoercion : ScalarCoercion
{
    public override Type RuntimeType => typeof(string);

    public override object ParseValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw BuiltInCoercions.Refuse("String cannot represent a non string value", value);

    public override object ParseLiteral(ValueNode literal) =>
        literal is StringValueNode text
            ? text.Value
            : throw BuiltInCoercions.Refuse("String cannot represent a non string value", literal);

    public override object Serialize(object value) =>
        value is string ? value : throw BuiltInCoercions.Refuse("String cannot represent value", value);
}

/// <summary><c>true</c> and <c>false</c>, nothing that resembles them.</summary>
internal sealed class BooleanCoercion : ScalarCoercion
{
    private const string NotBoolean = "Boolean cannot represent a non boolean value";

    public override Type RuntimeType => typeof(bool);

    public override object ParseValue(JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.ValueKind == JsonValueKind.True
            : throw BuiltInCoercions.Refuse(NotBoolean, value);

    public override object ParseLiteral(ValueNode literal) =>
        literal is BooleanValueNode truth ? truth.Value : throw BuiltInCoercions.Refuse(NotBoolean, literal);

    public override object Serialize(object value) =>
        value is bool ? value : throw BuiltInCoercions.Refuse(NotBoolean, value);
}

/// <summary>Identifiers: text for resolvers and in responses; a client may also send a whole number.</summary>
internal sealed class IdCoercion : ScalarCoercion
{
    public override Type RuntimeType => typeof(string);

    public override object ParseValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number when value.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
        JsonValueKind.Number when double.IsInteger(value.GetDouble()) => NumberText.Of(value.GetDouble()),
        _ => throw BuiltInCoercions.Refuse("ID cannot represent value", value),
    };

    public override object ParseLiteral(ValueNode literal) => literal switch
    {
        StringValueNode text => text.Value,
        IntValueNode number => number.Value,
        _ => throw BuiltInCoercions.Refuse("ID cannot represent a non-string and non-integer value", literal),
    };

    public override object Serialize(object value) => value switch
    {
        string => value,
        int or long or short or byte or Guid => string.Create(CultureInfo.InvariantCulture, $"{value}"),
        double number when double.IsInteger(number) => NumberText.Of(number),
        _ => throw BuiltInCoercions.Refuse("ID cannot represent value", value),
    };
}
