using System.Globalization;

namespace Jobs.Experiments;

/// <summary>Numbers as a product manager reads them, the same in both languages.</summary>
internal static class Figures
{
    public static string Percent(double rate) => Format(rate * 100, "0.0#") + "%";

    /// <summary>A limit or a hope, which somebody wrote without needless digits: 1, not 1.0.</summary>
    public static string Plain(double share) => Format(share * 100, "0.##");

    public static string Count(double count) => Format(Math.Floor(count), "#,0");

    /// <summary>A signed difference of two rates, without its unit.</summary>
    public static string Points(double difference) => Format(difference * 100, "+0.0#;-0.0#;0.0");

    public static string PointsInKorean(SequentialInterval lift) =>
        $"{Points(lift.Estimate)}%p (95% 구간 {Points(lift.Low)} ~ {Points(lift.High)}%p)";

    public static string PointsInEnglish(SequentialInterval lift) =>
        $"{Points(lift.Estimate)} points (95% interval {Points(lift.Low)} to {Points(lift.High)})";

    private static string Format(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
