using MathNet.Numerics.Distributions;

namespace Jobs.Experiments;

/// <summary>By what part of the control's rate the treatment differs, judged once by Welch's t: 0.1 is a tenth more.</summary>
/// <remarks>As in GrowthBook: the delta method's variance, and the degrees of freedom of the two rates.</remarks>
public sealed record RelativeLift(double Lift, double StandardError, double DegreesOfFreedom)
{
    /// <summary>Null without a conversion in the control: a part of nothing.</summary>
    public static RelativeLift? Of(ArmCounts control, ArmCounts treatment)
    {
        if (control.Conversions == 0 || treatment.People == 0) return null;
        double controlError = control.Variance / control.People, treatmentError = treatment.Variance / treatment.People;
        var variance = treatmentError / Math.Pow(control.Rate, 2)
            + controlError * Math.Pow(treatment.Rate, 2) / Math.Pow(control.Rate, 4);
        var freedom = Math.Pow(controlError + treatmentError, 2)
            / (Math.Pow(controlError, 2) / (control.People - 1) + Math.Pow(treatmentError, 2) / (treatment.People - 1));
        return new((treatment.Rate - control.Rate) / control.Rate, Math.Sqrt(variance), freedom);
    }

    public double PValue => 2 * StudentT.CDF(0, 1, DegreesOfFreedom, -Math.Abs(Lift / StandardError));

    public Interval Interval(double alpha = 0.05)
    {
        var half = StudentT.InvCDF(0, 1, DegreesOfFreedom, 1 - alpha / 2) * StandardError;
        return new(Lift, Lift - half, Lift + half);
    }
}
