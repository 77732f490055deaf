using System.Buffers;
using System.Text;
using System.Text.Json;
using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.Tests.Execution;

public sealed class JsonOutputTests
{
    [Theory]
    [InlineData("당근알바 😀 é \u2028 <b>&'/", "\"당근알바 😀 é \u2028 <b>&'/\"")]
    [InlineData("\"\\\n\r\t\b\f\u0000\u001f\u007f", "\"\\\"\\\\\\n\\r\\t\\b\\f\\u0000\\u001f\u007f\"")]
    [InlineData("", "\"\"")]
    public void Only_what_JSON_demands_is_escaped(string text, string json) =>
        Assert.Equal(json, Written(output => output.WriteStringValue(text)));

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character() =>
        Assert.Equal("\"a\ufffdb\"", Written(output => output.WriteStringValue("a\ud83db")));

    [Theory]
    [InlineData(2046)]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(16_383)]
    [InlineData(40_000)]
    public void Long_texts_and_keys_are_whole_wherever_they_are_cut(int length)
    {
        var text = new string('가', length) + "😀\"" + new string('x', length);
        var json = Written(output =>
        {
            output.WriteStartObject();
            output.WriteKey(JsonOutput.KeyOf(text));
            output.WriteStringValue(text);
            output.WriteEndObject();
        });
        using var read = JsonDocument.Parse(json);
        var field = Assert.Single(read.RootElement.EnumerateObject());
        Assert.Equal(text, field.Name);
        Assert.Equal(text, field.Value.GetString());
    }

    [Fact]
    public void Values_are_separated_where_they_follow_each_other()
    {
        using var element = JsonDocument.Parse("""{ "k": [1, "é"] }""");
        var json = Written(output =>
        {
            output.WriteStartArray();
            output.WriteNumberValue(-7);
            output.WriteNumberValue(0.5);
            output.WriteStartObject();
            output.WriteEndObject();
            output.WriteElement(element.RootElement);
            output.WriteNullValue();
            output.WriteStartArray();
            output.WriteBooleanValue(true);
            output.WriteBooleanValue(false);
            output.WriteEndArray();
            output.WriteEndArray();
        });
        Assert.Equal("""[-7,0.5,{},{"k":[1,"é"]},null,[true,false]]""", json);
    }

    private static string Written(Action<JsonOutput> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var output = new JsonOutput(bytes)) write(output);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
