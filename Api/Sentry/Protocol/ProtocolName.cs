using System.Collections.Frozen;
using System.Text.Json;

namespace Jobs.Api.Sentry;

/// <summary>The protocol's word for a value: <c>queue_overflow</c> for QueueOverflow.</summary>
internal static class ProtocolName
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Names<TEnum>.ByValue[value];

    public static bool TryFind<TEnum>(ReadOnlySpan<char> name, out TEnum value)
        where TEnum : struct, Enum
    {
        foreach (var (candidate, word) in Names<TEnum>.ByValue)
        {
            if (!name.SequenceEqual(word)) continue;
            value = candidate;
            return true;
        }

        value = default;
        return false;
    }

    private static class Names<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> ByValue = Enum.GetValues<TEnum>().ToFrozenDictionary(
            value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));
    }
}
