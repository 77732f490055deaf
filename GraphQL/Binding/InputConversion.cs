using System.Collections;
using System.Linq.Expressions;
using System.Reflection;

namespace Jobs.GraphQL.Binding;

/// <summary>Compiles the way from a coerced value (<c>object?</c>) to the C# type of a parameter or property.</summary>
internal static class InputConversion
{
    /// <param name="value">The coerced value; null if absent.</param>
    /// <param name="target">The C# type.</param>
    /// <param name="place">What to call the value in a message to the client.</param>
    public static Expression Of(Expression value, Type target, string place)
    {
        if (ListItem(target) is { } item)
        {
            var element = Expression.Parameter(typeof(object), "item");
            var convert = Expression.Lambda(Of(element, item, place), element).Compile();
            var array = Expression.Call(Method(nameof(ToArray), item), value, Expression.Constant(convert));
            return target == typeof(List<>).MakeGenericType(item)
                ? Expression.Call(Method(nameof(ToList), item), array)
                : Expression.Convert(array, target);
        }

        return target.IsValueType && Nullable.GetUnderlyingType(target) is null
            ? Expression.Call(Method(nameof(Unbox), target), value, Expression.Constant(place))
            : Expression.Convert(value, target);
    }

    public static bool IsOptional(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>);

    /// <summary>The declared type, or what is inside an <see cref="Optional{T}"/>.</summary>
    public static NullabilityInfo WithoutOptional(NullabilityInfo declared) =>
        IsOptional(declared.Type) ? declared.GenericTypeArguments[0] : declared;

    /// <summary><c>default</c> if absent, else the value.</summary>
    public static Expression OrAbsent(Expression isGiven, Expression value, Type target, string place)
    {
        var inner = target.GetGenericArguments()[0];
        return Expression.Condition(
            isGiven,
            Expression.New(target.GetConstructor([inner])!, Of(value, inner, place)),
            Expression.Default(target));
    }

    private static Type? ListItem(Type type) => type switch
    {
        { IsArray: true } => type.GetElementType(),
        { IsGenericType: true } when typeof(IEnumerable).IsAssignableFrom(type) => type.GetGenericArguments()[0],
        _ => null,
    };

    private static MethodInfo Method(string name, Type item) =>
        typeof(InputConversion).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item);

    private static T[]? ToArray<T>(object? value, Func<object?, T> convert)
    {
        if (value is not object?[] items) return null;
        var array = new T[items.Length];
        for (var i = 0; i < array.Length; i++)
            array[i] = convert(items[i]);
        return array;
    }

    private static List<T>? ToList<T>(T[]? items) => items is null ? null : [.. items];

    /// <summary>A nullable argument with a default can still be given as null; code that counts on the default says no.</summary>
    private static T Unbox<T>(object? value, string place)
        where T : struct =>
        value is T present ? present : throw new GraphQLException($"{place} must not be null.", ErrorCodes.BadUserInput);
}
