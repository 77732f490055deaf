using MathNet.Numerics.Distributions;

namespace Jobs.Experiments;

/// <summary>The chance that the treatment is ahead, and what a wrong choice would cost: shown, never to stop by.</summary>
/// <param name="Chance">That the treatment's rate is higher, 0 to 1.</param>
/// <param name="Lift">Relative to the control's rate, with its 95 % interval.</param>
/// <param name="RiskOfTreatment">Expected relative loss if the treatment is chosen and the control was better.</param>
/// <param name="RiskOfControl">Expected relative loss if the control is kept and the treatment was better.</param>
/// <remarks>
/// Flat prior, as in GrowthBook. Somebody who waits for a chance of 95 % and looks daily reaches it without any difference far
/// more often than once in twenty.
/// </remarks>
public sealed record BayesianChance(double Chance, Interval Lift, double RiskOfTreatment, double RiskOfControl)
{
    public static BayesianChance? Of(ArmCounts control, ArmCounts treatment)
    {
        if (RelativeLift.Of(control, treatment) is not { StandardError: > 0 } relative) return null;
        double lift = relative.Lift, error = relative.StandardError, z = lift / error;
        var half = Normal.InvCDF(0, 1, 0.975) * error;
        var density = error * Normal.PDF(0, 1, z);
        return new(Normal.CDF(0, 1, z), new(lift, lift - half, lift + half),
            density - lift * Normal.CDF(0, 1, -z), density + lift * Normal.CDF(0, 1, z));
    }
}
