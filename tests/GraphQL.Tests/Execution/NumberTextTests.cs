using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.Tests.Execution;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0d, "0")]
    [InlineData(1d, "1")]
    [InlineData(-12.5, "-12.5")]
    [InlineData(100d, "100")]
    [InlineData(9007199254740991d, "9007199254740991")]
    [InlineData(123456789012345680000d, "123456789012345680000")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1e23, "1e+23")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157e+308")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(0.00001234, "0.00001234")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(-1.5e-9, "-1.5e-9")]
    [InlineData(5e-324, "5e-324")]
    public void A_number_reads_as_in_JavaScript(double number, string text) => Assert.Equal(text, NumberText.Of(number));

    [Fact]
    public async Task A_large_whole_number_keeps_all_its_digits_as_an_ID()
    {
        var engine = new TestEngine("type Query { id: ID }").Field("Query.id", _ => 9007199254740991d);
        Assert.Equal("""{"data":{"id":"9007199254740991"}}""", await engine.SendAsync("{ id }"));
    }

    [Theory]
    [InlineData("[1e20]", "[100000000000000000000]")]
    [InlineData("{ \"a\": \"😀 \\u2028 \\\"\" }", "{ a: \"😀 \u2028 \\\"\" }")]
    public async Task Messages_show_numbers_and_text_as_they_are(string value, string shown)
    {
        var engine = new TestEngine("type Query { f(a: Int): Int }");
        var response = await engine.SendAsync("query ($v: Int) { f(a: $v) }", $"{{ \"v\": {value} }}");
        using var json = System.Text.Json.JsonDocument.Parse(response);
        Assert.EndsWith(shown, json.RootElement.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }
}
