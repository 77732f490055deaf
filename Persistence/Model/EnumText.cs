using System.Collections.Frozen;

namespace Jobs.Persistence;

/// <summary>Enum values in their GraphQL spelling, which is also the one in the database: PerTask ↔ PER_TASK.</summary>
public static class EnumText
{
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum => Spelling<TEnum>.Texts[value];

    public static TEnum Parse<TEnum>(string text) where TEnum : struct, Enum =>
        Spelling<TEnum>.Values.TryGetValue(text, out var value)
            ? value
            : throw new FormatException($"\"{text}\" is no {typeof(TEnum).Name}.");

    /// <summary>Every spelling of an enum, in the order of its declaration.</summary>
    public static IReadOnlyList<string> All<TEnum>() where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Select(value => Of(value))];

    private static class Spelling<TEnum> where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> Texts =
            Enum.GetValues<TEnum>()
                .ToFrozenDictionary(value => value, value => SnakeCase.Of(value.ToString()).ToUpperInvariant());

        public static readonly FrozenDictionary<string, TEnum> Values =
            Texts.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
    }
}
