using MathNet.Numerics;

namespace Jobs.Experiments;

/// <summary>
/// Whether rare happenings fall on one arm more or less often than its share of the chances. Exact at small numbers, where no
/// normal approximation is, and it may be looked at after every single one.
/// </summary>
/// <remarks>
/// Given how many happened, how many fell on the arm is binomial. The mixture of that likelihood over all shares, uniformly,
/// against the arm's own share is a martingale of mean 1, which ever exceeds 1 / alpha with a chance of at most alpha (Ville;
/// Robbins, Annals of Mathematical Statistics 41 (1970) 1397).
/// </remarks>
public static class SequentialShare
{
    /// <param name="inArm">Happenings in the arm.</param>
    /// <param name="all">Happenings in all arms.</param>
    /// <param name="share">The arm's share of the chances for one, between 0 and 1.</param>
    public static double PValue(long inArm, long all, double share)
    {
        if (all == 0 || share is not (> 0 and < 1)) return 1;
        var elsewhere = all - inArm;
        var expected = inArm * Math.Log(share) + elsewhere * Math.Log(1 - share);
        var evidence = SpecialFunctions.BetaLn(inArm + 1, elsewhere + 1) - expected;
        return Math.Min(1, Math.Exp(-evidence));
    }
}
