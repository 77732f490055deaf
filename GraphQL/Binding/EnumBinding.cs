using System.Reflection;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Binding;

/// <summary>Matches the names of an enum with the members of a C# enum: <c>PER_TASK</c> is <c>PerTask</c>.</summary>
internal static class EnumBinding
{
    public static void Bind(EnumType type, Type clrType, List<string> problems)
    {
        var members = clrType.GetFields(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(member => member.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? SdlName(member.Name));
        foreach (var value in type.Values)
        {
            if (members.Remove(value.Name, out var member))
                value.Value = member.GetValue(null)!;
            else
                problems.Add($"{type.Name}.{value.Name}: {CSharpName.Of(clrType)} has no such member.");
        }

        problems.AddRange(members.Select(extra =>
            $"{type.Name}: has no value {extra.Key}, but {CSharpName.Of(clrType)}.{extra.Value.Name} could be answered."));
        var namesOf = typeof(EnumBinding).GetMethod(nameof(NamesOf), BindingFlags.NonPublic | BindingFlags.Static)!;
        type.NameOf = (Func<object, string?>)namesOf.MakeGenericMethod(clrType).Invoke(null, [type])!;
    }

    /// <summary>An underscore before each capital letter but the first.</summary>
    private static string SdlName(string name) => string.Concat(name.Select((character, index) =>
        index > 0 && char.IsUpper(character) ? $"_{character}" : $"{char.ToUpperInvariant(character)}"));

    private static Func<object, string?> NamesOf<T>(EnumType type)
        where T : struct, Enum
    {
        var names = type.Values.Where(value => value.Value is T).ToDictionary(value => (T)value.Value, value => value.Name);
        return value => value is T member ? names.GetValueOrDefault(member) : null;
    }
}
