using System.Globalization;

namespace Jobs.Experiments;

/// <summary>People's ids as they are hashed and listed: decimal, without anything around the digits.</summary>
internal static class UserIds
{
    public static string Text(long userId) => userId.ToString(CultureInfo.InvariantCulture);

    public static bool IsOne(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Text(id) == text;
}
