using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Jobs.Api.WebConsole.Results;

/// <summary>From days and values to places in a plot of fixed size; the plot itself grows with the page.</summary>
public sealed class PlotScale
{
    public const double Width = 720;
    public const double Height = 280;
    public const double Left = 52;
    public const double Right = 696;
    public const double Top = 12;
    public const double Bottom = 246;

    private static readonly double[] Steps = [1, 2, 2.5, 5, 10];
    private readonly int days;

    /// <param name="days">How many there are.</param>
    /// <param name="low">The smallest value to show.</param>
    /// <param name="high">The largest.</param>
    public PlotScale(int days, double low, double high)
    {
        this.days = days;
        var step = StepOf(Math.Max(high - low, 1e-9) / 4);
        Low = Math.Floor(low / step) * step;
        High = Math.Max(Math.Ceiling(high / step), Low / step + 1) * step;
        Ticks = [.. Enumerable.Range(0, (int)Math.Round((High - Low) / step) + 1).Select(index => Low + index * step)];
    }

    public double Low { get; }

    public double High { get; }

    public IReadOnlyList<double> Ticks { get; }

    /// <summary>At most so many names of days fit under the plot.</summary>
    public int DaysPerName => Math.Max(1, (int)Math.Ceiling(days / 8.0));

    /// <summary>Where a day's point lies; a single day lies in the middle.</summary>
    public double X(int day) => days == 1 ? (Left + Right) / 2 : Left + day * (Right - Left) / (days - 1);

    public double Y(double value) => Bottom - (value - Low) / (High - Low) * (Bottom - Top);

    /// <summary>The room of one day where days are bars.</summary>
    public double SlotWidth => (Right - Left) / days;

    public static string Text(double place) => place.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>At the left edge, beside its line.</summary>
    public static MarkupString ValueLabel(double y, string words) => Label(Left - 8, y + 4, "end", "value", words);

    public static MarkupString DayLabel(double x, DateOnly day) =>
        NameLabel(x, day.ToString("MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Below the point or bar that it names.</summary>
    public static MarkupString NameLabel(double x, string words) => Label(x, Bottom + 20, "middle", "day", words);

    // Razor takes <text> for its own.
    private static MarkupString Label(double x, double y, string anchor, string kind, string words) =>
        new($"<text class=\"{kind}\" x=\"{Text(x)}\" y=\"{Text(y)}\" text-anchor=\"{anchor}\">{words}</text>");

    private static double StepOf(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return Steps.First(step => step * power >= rough - 1e-12) * power;
    }
}
