namespace Jobs.Experiments;

/// <summary>An estimate and the range that the true value is believed to be in.</summary>
public readonly record struct Interval(double Estimate, double Low, double High)
{
    public bool Contains(double value) => Low <= value && value <= High;
}
