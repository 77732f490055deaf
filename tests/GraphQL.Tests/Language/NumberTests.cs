using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Tests.Language;

/// <summary>https://spec.graphql.org/September2025/#sec-Int-Value and #sec-Float-Value</summary>
public class NumberTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-4")]
    [InlineData("123456789012345678901234567890")]
    public void Whole_numbers_keep_their_digits(string text) =>
        Assert.Equal(text, Assert.IsType<IntValueNode>(Parser.ParseValue(new Source(text))).Value);

    [Theory]
    [InlineData("0.0")]
    [InlineData("-1.50")]
    [InlineData("1e10")]
    [InlineData("123E-4")]
    [InlineData("-0.5e+007")]
    public void Fractions_and_exponents_keep_theirs(string text) =>
        Assert.Equal(text, Assert.IsType<FloatValueNode>(Parser.ParseValue(new Source(text))).Value);

    [Theory]
    [InlineData("00", "1:9 Invalid number, unexpected digit after 0: \"0\".")]
    [InlineData("-01", "1:10 Invalid number, unexpected digit after 0: \"1\".")]
    [InlineData("1.", "1:10 Invalid number, expected digit but got: \")\".")]
    [InlineData("1.e1", "1:10 Invalid number, expected digit but got: \"e\".")]
    [InlineData("1e", "1:10 Invalid number, expected digit but got: \")\".")]
    [InlineData("1.2.3", "1:11 Invalid number, expected digit but got: \".\".")]
    [InlineData("0x1F", "1:9 Invalid number, expected digit but got: \"x\".")]
    [InlineData("12abc", "1:10 Invalid number, expected digit but got: \"a\".")]
    [InlineData("1_000", "1:9 Invalid number, expected digit but got: \"_\".")]
    [InlineData("1.0e\"", "1:12 Invalid number, expected digit but got: '\"'.")]
    [InlineData(".50", "1:8 Invalid number, expected digit before \".\", did you mean \"0.50\"?")]
    [InlineData("+1", "1:8 Unexpected character: \"+\".")]
    [InlineData("--1", "1:9 Invalid number, expected digit but got: \"-\".")]
    public void What_only_looks_like_a_number_is_rejected_at_the_character_that_is_wrong(string text, string error) =>
        Assert.Equal(error, SyntaxErrors.Of($"{{ f(a: {text}) }}"));

    [Fact]
    public void A_spread_may_not_touch_a_number() =>
        Assert.Equal("1:10 Invalid number, expected digit but got: \".\".", SyntaxErrors.Of("{ f(a: 1... }"));
}
