using System.Globalization;

namespace Jobs.Experiments;

/// <summary>Up to four numbers; what follows a hyphen or plus is the business of whoever builds the app.</summary>
internal readonly record struct AppVersion(int Major, int Minor, int Patch, int Build) : IComparable<AppVersion>
{
    /// <summary>Null for anything but 1 to 4 numbers with dots between them.</summary>
    public static AppVersion? Parse(string? text)
    {
        if (text is null) return null;
        var end = text.AsSpan().IndexOfAny('-', '+');
        var numbers = text.AsSpan(0, end < 0 ? text.Length : end);
        Span<int> parts = stackalloc int[4];
        var count = 0;
        foreach (var range in numbers.Split('.'))
        {
            if (count == parts.Length) return null;
            if (!int.TryParse(numbers[range], NumberStyles.None, CultureInfo.InvariantCulture, out parts[count++])) return null;
        }
        return new AppVersion(parts[0], parts[1], parts[2], parts[3]);
    }

    public int CompareTo(AppVersion other) =>
        (Major, Minor, Patch, Build).CompareTo((other.Major, other.Minor, other.Patch, other.Build));
}
