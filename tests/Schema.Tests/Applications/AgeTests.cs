namespace Jobs.Schema.Tests;

public sealed class AgeTests
{
    [Theory]
    [InlineData("2008-11-21", 17)]
    [InlineData("2008-11-20", 18)]
    [InlineData("2008-11-19", 18)]
    [InlineData("2008-02-29", 18)]
    public void Age_counts_full_years(string born, int expected) =>
        Assert.Equal(expected, Age.On(
            new DateOnly(2026, 11, 20), DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(17, "10대")]
    [InlineData(29, "20대")]
    [InlineData(70, "70대 이상")]
    public void An_employer_sees_a_band_and_never_the_year(int age, string expected) => Assert.Equal(expected, Age.Band(age));
}
