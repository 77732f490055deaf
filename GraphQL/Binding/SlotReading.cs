using System.Linq.Expressions;
using System.Reflection;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Binding;

/// <summary>Compiles a column straight into the response's slot: no number, truth value or enum member is boxed on its way.</summary>
internal static class SlotReading
{
    private static readonly ParameterExpression Slot =
        Expression.Parameter(typeof(ResultSlot).MakeByRefType(), "slot");

    /// <summary>Null where the value has to be converted first, which is not worth a compiled form.</summary>
    public static SlotReader? Of(Expression value, ParameterExpression parent, GraphQLType type)
    {
        var write = type.NullableType switch
        {
            ScalarType scalar => WriteScalar(scalar.Coercion, value),
            EnumType @enum => WriteEnum(@enum, value),
            _ => null,
        };
        return write is null ? null : Expression.Lambda<SlotReader>(write, parent, Slot).Compile();
    }

    private static MethodCallExpression? WriteScalar(ScalarCoercion coercion, Expression value)
    {
        var clrType = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        var fits = coercion switch
        {
            StringCoercion or IdCoercion => clrType == typeof(string),
            IntCoercion => clrType == typeof(int),
            FloatCoercion => clrType == typeof(double),
            BooleanCoercion => clrType == typeof(bool),
            _ => false,
        };
        return fits ? Expression.Call(typeof(SlotReading), nameof(Write), null, Slot, value) : null;
    }

    private static MethodCallExpression? WriteEnum(EnumType type, Expression value)
    {
        var clrType = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        if (!clrType.IsEnum || type.Values.Any(member => member.Value.GetType() != clrType)) return null;
        var namesOf = typeof(SlotReading).GetMethod(nameof(NamesOf), BindingFlags.NonPublic | BindingFlags.Static)!;
        var names = namesOf.MakeGenericMethod(clrType).Invoke(null, [type]);
        var member = clrType == value.Type ? Expression.Convert(value, typeof(Nullable<>).MakeGenericType(clrType)) : value;
        return Expression.Call(
            typeof(SlotReading), nameof(WriteMember), [clrType], Slot, member, Expression.Constant(names), Expression.Constant(type));
    }

    private static Dictionary<T, string> NamesOf<T>(EnumType type)
        where T : struct, Enum =>
        type.Values.ToDictionary(value => (T)value.Value, value => value.Name);

    private static void Write(ref ResultSlot slot, string? value) => slot.Reference = value;

    private static void Write(ref ResultSlot slot, int value) => slot = ResultSlot.Of(value);

    private static void Write(ref ResultSlot slot, int? value) => slot = value is { } number ? ResultSlot.Of(number) : default;

    private static void Write(ref ResultSlot slot, bool value) => slot = ResultSlot.Of(value);

    private static void Write(ref ResultSlot slot, bool? value) => slot = value is { } truth ? ResultSlot.Of(truth) : default;

    private static void Write(ref ResultSlot slot, double value) =>
        slot = ResultSlot.Of(double.IsFinite(value) ? value : (double)BuiltInCoercions.Float.Serialize(value)!); // It refuses.

    private static void Write(ref ResultSlot slot, double? value)
    {
        if (value is { } number) Write(ref slot, number);
        else slot = default;
    }

    private static void WriteMember<T>(ref ResultSlot slot, T? value, Dictionary<T, string> names, EnumType type)
        where T : struct, Enum
    {
        if (value is not { } member) slot = default;
        else if (names.TryGetValue(member, out var name)) slot.Reference = name;
        else throw new CoercionException($"Enum \"{type}\" cannot represent value: {InspectedValue.Of(member)}");
    }
}
