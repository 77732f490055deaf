using MathNet.Numerics.Distributions;

namespace Jobs.Experiments;

/// <summary>Two shares of people, compared once, at an end that was fixed before: looked at daily these are wrong.</summary>
public static class Proportions
{
    /// <summary>Pooled: under the assumption that there is no difference, both arms say how large the one rate is.</summary>
    public static ZTest ZTest(ArmCounts control, ArmCounts treatment)
    {
        var people = (double)control.People + treatment.People;
        var pooled = (control.Conversions + treatment.Conversions) / people;
        var error = Math.Sqrt(pooled * (1 - pooled) * (1.0 / control.People + 1.0 / treatment.People));
        return new(error > 0 ? (treatment.Rate - control.Rate) / error : 0);
    }

    /// <summary>Absolute difference of the rates, treatment less control, with its fixed-horizon interval.</summary>
    public static Interval Interval(ArmCounts control, ArmCounts treatment, double alpha = 0.05)
    {
        var difference = treatment.Rate - control.Rate;
        var half = Normal.InvCDF(0, 1, 1 - alpha / 2) * StandardError(control, treatment);
        return new(difference, Math.Max(-1, difference - half), Math.Min(1, difference + half));
    }

    /// <summary>Unpooled: an interval does not assume that there is no difference.</summary>
    public static double StandardError(ArmCounts control, ArmCounts treatment) =>
        Math.Sqrt(control.Variance / control.People + treatment.Variance / treatment.People);

    /// <summary>One arm's rate with Wilson's interval, which stays within 0 and 1 and has a width at 0 conversions.</summary>
    /// <remarks>Wilson, JASA 22 (1927) 209. For plots: like the others here it is made for one look.</remarks>
    public static Interval Rate(ArmCounts arm, double alpha = 0.05)
    {
        if (arm.People == 0) return new(0, 0, 1);
        var z = Normal.InvCDF(0, 1, 1 - alpha / 2);
        double people = arm.People, rate = arm.Rate, shrink = 1 + z * z / people;
        var middle = (rate + z * z / (2 * people)) / shrink;
        var half = z / shrink * Math.Sqrt(arm.Variance / people + z * z / (4 * people * people));
        // At 0 or all conversions a bound is the rate itself but for the last digit.
        return new(rate, Math.Clamp(middle - half, 0, rate), Math.Clamp(middle + half, rate, 1));
    }
}
