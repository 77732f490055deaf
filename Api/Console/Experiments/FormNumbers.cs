using System.Globalization;
using Jobs.Experiments;

namespace Jobs.Api.WebConsole.Experiments;

/// <summary>Reads the numbers and choices of a form; one that is none becomes a problem at its field.</summary>
public sealed class FormNumbers
{
    private readonly List<ContentProblem> problems = [];

    public IReadOnlyList<ContentProblem> Problems => problems;

    /// <summary>Null where nothing was written.</summary>
    public double? Read(string? text, string path)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number))
            return number;
        Report("숫자로 써 주세요.", "Write a number.", path);
        return null;
    }

    public int? ReadWhole(string? text, string path)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        const NumberStyles styles = NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign;
        if (int.TryParse(text.Trim(), styles, CultureInfo.InvariantCulture, out var number)) return number;
        Report("소수점 없는 숫자로 써 주세요.", "Write a whole number.", path);
        return null;
    }

    /// <summary>A share that people write in percent. Divided as decimals: 7 % is 0.07, not 0.07000000000000001.</summary>
    public double? ReadShare(string? percent, string path) =>
        Read(percent, path) is { } number ? Math.Abs(number) < 1e6 ? (double)((decimal)number / 100) : number : null;

    /// <summary>One of a list's choices; the first where none was sent.</summary>
    public T ReadChoice<T>(string? text, string path)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text)) return default;
        if (Enum.TryParse<T>(text, out var choice) && Enum.IsDefined(choice)) return choice;
        Report("목록에서 골라 주세요.", "Choose one of the list.", path);
        return default;
    }

    public static string Percent(double share) => ((decimal)share * 100).ToString("0.####", CultureInfo.InvariantCulture);

    public void Report(string korean, string english, string path) => problems.Add(new(path, korean, english));
}
