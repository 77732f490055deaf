using System.Collections;
using System.Reflection;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Binding;

/// <summary>Says why a C# type and a type of the SDL do not fit; null if they do.</summary>
internal sealed class TypeFit(GraphQLSchema schema, ClrTypes clrTypes)
{
    /// <summary>Whether every value of the C# type is one that the SDL promises.</summary>
    public string? Output(NullabilityInfo clr, GraphQLType type)
    {
        if (type.IsNonNull && MayBeNull(clr)) return $"may be null, but {type} may not";
        var actual = Nullable.GetUnderlyingType(clr.Type) ?? clr.Type;
        return type.NullableType switch
        {
            ListType list => ItemOf(clr) is { } item ? Output(item, list.ItemType) : $"is no list, but {list} is",
            ScalarType scalar => scalar.Coercion.RuntimeType is not { } expected || IsWritable(expected, actual)
                ? null
                : $"is {CSharpName.Of(actual)}, but {scalar} is {CSharpName.Of(expected)}",
            EnumType @enum => clrTypes.Find(@enum) is { } expected && expected != actual
                ? $"is {CSharpName.Of(actual)}, but {@enum} is {CSharpName.Of(expected)}"
                : null,
            ObjectType objectType => clrTypes.Find(objectType) is { } expected && !expected.IsAssignableFrom(actual)
                ? $"is {CSharpName.Of(actual)}, but {objectType} is {CSharpName.Of(expected)}"
                : null,
            var abstractType => Abstract(actual, (TypeDefinition)abstractType),
        };
    }

    /// <summary>Whether C# can take every value that the SDL lets in; with a default, all but a client's explicit null.</summary>
    public string? Input(NullabilityInfo clr, GraphQLType type, bool hasDefault)
    {
        if (!type.IsNonNull && !hasDefault && !MayBeNull(clr)) return $"cannot be null, but {type} can";
        var actual = Nullable.GetUnderlyingType(clr.Type) ?? clr.Type;
        return type.NullableType switch
        {
            ListType list => ItemOf(clr) is { } item && CanTakeArray(actual)
                ? Input(item, list.ItemType, hasDefault: false)
                : $"is {CSharpName.Of(actual)}, which takes no list, but {list} is one",
            ScalarType scalar => scalar.Coercion.RuntimeType is not { } expected || expected == actual || actual == typeof(object)
                ? null
                : $"is {CSharpName.Of(actual)}, but {scalar} is {CSharpName.Of(expected)}",
            var named => clrTypes.Find((TypeDefinition)named) is { } expected && expected != actual
                ? $"is {CSharpName.Of(actual)}, but {named} is {CSharpName.Of(expected)}"
                : null,
        };
    }

    public static bool MayBeNull(NullabilityInfo clr) =>
        clr.Type.IsValueType ? Nullable.GetUnderlyingType(clr.Type) is not null : clr.ReadState == NullabilityState.Nullable;

    /// <summary>What a list's elements are declared as; null if the type is no list.</summary>
    public static NullabilityInfo? ItemOf(NullabilityInfo clr)
    {
        if (clr.ElementType is { } element) return element;
        if (clr.Type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(clr.Type)) return null;
        return clr.GenericTypeArguments is [var item] ? item : null;
    }

    /// <summary>A value may come as a base type of what it is, as long as one of the possible types can be behind it.</summary>
    private string? Abstract(Type actual, TypeDefinition type)
    {
        var possible = schema.PossibleTypes(type).Select(clrTypes.Find).OfType<Type>().ToList();
        return possible.Count == 0 || possible.Any(one => one.IsAssignableFrom(actual) || actual.IsAssignableFrom(one))
            ? null
            : $"is {CSharpName.Of(actual)}, which no type of {type} is";
    }

    private static bool IsWritable(Type expected, Type actual) =>
        expected == actual
        || (expected == typeof(int) && (actual == typeof(short) || actual == typeof(byte) || actual == typeof(ushort)))
        || (expected == typeof(double) && (actual == typeof(float) || actual == typeof(decimal) || actual == typeof(int)));

    private static bool CanTakeArray(Type type) =>
        type.IsArray || (type.IsGenericType && type.GetGenericTypeDefinition() is var open
            && (open == typeof(List<>) || type.IsAssignableFrom(type.GetGenericArguments()[0].MakeArrayType())));
}
