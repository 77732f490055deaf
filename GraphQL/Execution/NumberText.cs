using System.Globalization;

namespace Jobs.GraphQL.Execution;

/// <summary>A number as JavaScript writes it: the fewest digits, an exponent only for the very large and small.</summary>
internal static class NumberText
{
    private const int LongestWhole = 21;
    private const int MostLeadingZeros = 6;

    public static string Of(double number)
    {
        if (number == 0) return "0";
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        if (!double.IsFinite(number)) return shortest;
        var text = shortest.AsSpan().TrimStart('-');
        var mantissa = text.IndexOf('E') is >= 0 and var end ? text[..end] : text;
        var exponent = mantissa.Length < text.Length ? int.Parse(text[(mantissa.Length + 1)..], CultureInfo.InvariantCulture) : 0;
        var point = mantissa.IndexOf('.') is >= 0 and var at ? at : mantissa.Length;
        var digits = mantissa.ToString().Replace(".", "", StringComparison.Ordinal);
        var significant = digits.TrimStart('0');
        var whole = exponent + point - (digits.Length - significant.Length);
        return (number < 0 ? "-" : "") + Place(significant.TrimEnd('0'), whole);
    }

    /// <summary>The digits with the point behind the first <paramref name="whole"/> of them.</summary>
    private static string Place(string digits, int whole)
    {
        if (whole > LongestWhole || whole <= -MostLeadingZeros)
        {
            var fraction = digits.Length > 1 ? $".{digits.AsSpan(1)}" : "";
            return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{fraction}e{whole - 1:+0;-0}");
        }

        if (whole <= 0) return $"0.{new string('0', -whole)}{digits}";
        return digits.Length <= whole ? digits.PadRight(whole, '0') : $"{digits.AsSpan(0, whole)}.{digits.AsSpan(whole)}";
    }
}
