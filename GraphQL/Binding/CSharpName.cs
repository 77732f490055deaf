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
        return Generic(type, type.GetGenericArguments().Select(Of));
    }

    /// <summary>With the <c>?</c> of nullable references.</summary>
    public static string Of(NullabilityInfo type)
    {
        var mark = !type.Type.IsValueType && type.ReadState == NullabilityState.Nullable ? "?" : "";
        if (type.ElementType is { } element) return $"{Of(element)}[]{mark}";
        return type.GenericTypeArguments.Length > 0 && Nullable.GetUnderlyingType(type.Type) is null
            ? Generic(type.Type, type.GenericTypeArguments.Select(Of)) + mark
            : Of(type.Type) + mark;
    }

    public static string Of(MemberInfo member) => $"{Of(member.DeclaringType!)}.{member.Name}";

    /// <summary>What the SDL calls a type: its attribute's name, or else its own.</summary>
    public static string InSdl(Type type) => type.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? type.Name;

    /// <summary>What the SDL calls a field or argument: the attribute's name, or else the member's in camel case.</summary>
    public static string InSdl(ICustomAttributeProvider member, string name) =>
        member.GetCustomAttributes(typeof(GraphQLNameAttribute), inherit: false) is [GraphQLNameAttribute attribute]
            ? attribute.Name
            : string.Concat(char.ToLowerInvariant(name[0]).ToString(), name.AsSpan(1));

    private static string Generic(Type type, IEnumerable<string> arguments) =>
        $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", arguments)}>";
}
