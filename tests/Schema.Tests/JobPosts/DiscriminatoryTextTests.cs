namespace Jobs.Schema.Tests;

public sealed class DiscriminatoryTextTests
{
    [Theory]
    [InlineData("주말 홀서빙 여성만 지원해 주세요", "여성만")]
    [InlineData("남자 우대합니다", "남자 우대")]
    [InlineData("여직원 구함", "여직원 구함")]
    [InlineData("20대 초반 환영", "20대 초반 환영")]
    [InlineData("만 35세 이하", "만 35세 이하")]
    [InlineData("용모단정하신 분", "용모단정")]
    public void A_limit_by_sex_age_or_looks_is_found_where_it_stands(string text, string expected)
    {
        var match = Assert.Single(DiscriminatoryText.Find(text, "content", "title"));
        Assert.Equal(expected, match.Text);
        Assert.Equal(text.IndexOf(expected, StringComparison.Ordinal), match.Offset);
        Assert.Equal(["content", "title"], match.Path);
    }

    [Theory]
    [InlineData("여성의류 매장 판매")]
    [InlineData("남성복 코너")]
    [InlineData("30대 매장, 냉장고 20대 정리")]
    [InlineData("성별·나이 무관, 누구나 환영")]
    [InlineData("만 18세 이상 (야간 근무)")]
    [InlineData("강남만의 분위기, 잠실여중 근처")]
    [InlineData("호남 우대 노선")]
    public void Trades_and_plain_words_are_left_alone(string text) => Assert.Empty(DiscriminatoryText.Find(text));
}
