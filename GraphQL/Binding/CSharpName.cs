using System.Reflection;

namespace Jobs.GraphQL.Binding;

/// <summary>Types and members as C# writes them, for messages; and their names as the SDL writes them.</summary>
internal static class CSharpName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(bool)] = "bool",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (Nullable.GetUnderlyingType(type) is { } underlying) return $"{Of(underlying)}?";
        if (type.IsArray) return $"{Of(type.GetElementType()!)}[]";
        if (!type.IsGenericType) return type.Name;
        return $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }

    /// <summary>With the <c>?</c> of nullable references.</summary>
    public static string Of(NullabilityInfo type)
    {
        var mark = !type.Type.IsValueType && type.ReadState == NullabilityState.Nullable ? "?" : "";
        if (type.ElementType is { } element) return $"{Of(element)}[]{mark}";
        if (type.GenericTypeArguments.Length == 0 || Nullable.GetUnderlyingType(type.Type) is not null) return Of(type.Type) + mark;
        var name = type.Type.Name[..type.Type.Name.IndexOf('`', StringComparison.Ordinal)];
        return $"{name}<{string.Join(", ", type.GenericTypeArguments.Select(Of))}>{mark}";
    }

    public static string Of(MemberInfo member) => $"{Of(member.DeclaringType!)}.{member.Name}";

    /// <summary>What the SDL calls a type: its attribute's name, or else its own.</summary>
    public static string InSdl(Type type) => type.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? type.Name;

    /// <summary>What the SDL calls a field or argument: the attribute's name, or else the member's with a small first letter.</summary>
    public static string InSdl(ICustomAttributeProvider member, string name) =>
        member.GetCustomAttributes(typeof(GraphQLNameAttribute), inherit: false) is [GraphQLNameAttribute attribute]
            ? attribute.Name
            : string.Concat(char.ToLowerInvariant(name[0]).ToString(), name.AsSpan(1));
}
