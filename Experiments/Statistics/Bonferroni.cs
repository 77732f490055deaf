namespace Jobs.Experiments;

/// <summary>Several comparisons share the errors that one is allowed, so that all together make no more.</summary>
public static class Bonferroni
{
    public static double Alpha(double alpha, int comparisons) => alpha / Math.Max(1, comparisons);
}
