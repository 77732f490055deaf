namespace Jobs.Experiments.Tests;

public sealed class MultipleComparisonsTests
{
    // Mixpanel's documentation.
    [Fact]
    public void Benjamini_and_Hochberg_find_the_published_three() => Assert.Equal(
        [true, true, true, false, false], BenjaminiHochberg.Significant([0.003, 0.012, 0.018, 0.041, 0.062]));

    [Fact]
    public void The_order_of_the_p_values_does_not_matter() => Assert.Equal(
        [false, true, false, true, true], BenjaminiHochberg.Significant([0.062, 0.018, 0.041, 0.003, 0.012]));

    [Fact]
    public void A_small_p_value_carries_larger_ones_before_it() =>
        Assert.Equal([true, true], BenjaminiHochberg.Significant([0.04, 0.05]));

    [Fact] public void No_p_values_are_no_discoveries() => Assert.Empty(BenjaminiHochberg.Significant([]));

    [Fact]
    public void Bonferroni_shares_alpha_between_the_comparisons()
    {
        Assert.Equal(0.025, Bonferroni.Alpha(0.05, 2));
        Assert.Equal(0.05, Bonferroni.Alpha(0.05, 0));
    }
}
