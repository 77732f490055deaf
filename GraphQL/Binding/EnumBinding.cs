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
        type.NameOf = NamesOf([.. type.Values.Where(value => value.Value.GetType() == clrType)], clrType);
    }

    /// <summary>An underscore before each capital letter but the first.</summary>
    private static string SdlName(string name) => string.Concat(name.Select((character, index) =>
        index > 0 && char.IsUpper(character) ? $"_{character}" : $"{char.ToUpperInvariant(character)}"));

    // By number, because a dictionary of each enum's own members is code to compile for each of them, at every start.
    private static Func<object, string?> NamesOf(List<EnumValueDefinition> values, Type clrType)
    {
        if (Enum.GetUnderlyingType(clrType) != typeof(int))
        {
            var others = values.ToDictionary(value => value.Value, value => value.Name);
            return others.GetValueOrDefault;
        }

        var names = values.ToDictionary(value => (int)value.Value, value => value.Name);
        return value => value.GetType() == clrType ? names.GetValueOrDefault((int)value) : null;
    }
}
