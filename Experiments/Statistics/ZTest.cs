using MathNet.Numerics;

namespace Jobs.Experiments;

/// <summary>How many standard errors two arms are apart, and how often chance alone gives as much, either way.</summary>
public readonly record struct ZTest(double Z)
{
    /// <summary>Two-sided. Erfc, because 1 - CDF is 0 from 8 standard errors on.</summary>
    public double PValue => SpecialFunctions.Erfc(Math.Abs(Z) / Math.Sqrt(2));
}
