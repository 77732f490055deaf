using System.Globalization;

namespace Jobs.Persistence.Import;

/// <summary>A wage as written: "시급 9,000", "월급2,300,000원", or an amount whose type stands in another column.</summary>
internal readonly record struct WageText(WageType Type, int Amount)
{
    // Plausible amounts in won: what separates a wage from a slip of the keyboard in the real files (29 of 27,000 rows).
    private static readonly (string Word, WageType Type, int Min, int Max)[] Kinds =
    [
        ("시급", WageType.Hourly, 4_000, 50_000),
        ("일급", WageType.Daily, 15_000, 1_000_000),
        ("주급", WageType.Weekly, 50_000, 5_000_000),
        ("월급", WageType.Monthly, 100_000, 12_000_000),
        ("연봉", WageType.Yearly, 5_000_000, 200_000_000),
        ("건별", WageType.PerTask, 100, 5_000_000),
    ];

    // An amount without a word is only what it can hardly fail to be.
    private const int HourlyPlainMax = 15_000;
    private const int MonthlyPlainMin = 1_000_000;
    private const int MonthlyPlainMax = 9_000_000;

    public static RejectReason? TryRead(string pay, string? typeWord, out WageText wage)
    {
        wage = default;
        var text = PlainText.Of(pay).Replace(" ", "", StringComparison.Ordinal);
        if (text.Length == 0) return RejectReason.WageMissing;
        var kind = Array.FindIndex(Kinds, candidate => text.StartsWith(candidate.Word, StringComparison.Ordinal));
        var digits = text.AsSpan(kind < 0 ? 0 : Kinds[kind].Word.Length);
        if (digits.EndsWith("원")) digits = digits[..^1];
        if (digits.IsEmpty) return RejectReason.WageMissing;
        if (!int.TryParse(digits, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount))
            return RejectReason.WageUnreadable;
        if (typeWord is not null) kind = Array.FindIndex(Kinds, candidate => candidate.Word == PlainText.Of(typeWord));
        else if (kind < 0) kind = KindOfAmount(amount);
        if (kind < 0) return RejectReason.WageTypeUnknown;
        if (amount < Kinds[kind].Min || amount > Kinds[kind].Max) return RejectReason.WageImplausible;
        wage = new WageText(Kinds[kind].Type, amount);
        return null;
    }

    public static string Word(WageType type) => Array.Find(Kinds, kind => kind.Type == type).Word;

    private static int KindOfAmount(int amount) => amount switch
    {
        >= 4_000 and <= HourlyPlainMax => 0,
        >= MonthlyPlainMin and <= MonthlyPlainMax => 3,
        _ => -1,
    };
}
