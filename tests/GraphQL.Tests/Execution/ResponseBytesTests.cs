using System.Buffers;
using System.Text;
using System.Text.Json;
using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.Tests.Execution;

public sealed class ResponseBytesTests
{
    private static readonly byte[] Kept = "\"kept\""u8.ToArray();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16 * 1024)]
    [InlineData(16 * 1024 + 1)]
    [InlineData(300_000)]
    public void What_was_written_comes_out_in_order_with_its_length(int length)
    {
        using var bytes = new ResponseBytes();
        var text = new StringBuilder();
        foreach (var letter in "abc")
        {
            bytes.Write(Encoding.UTF8.GetBytes(new string(letter, length)));
            text.Append(letter, length);
            Assert.Equal(text.Length, bytes.Length);
        }
        Assert.Equal(text.ToString(), Text(bytes));
        Assert.Equal(text.Length, bytes.Length);
    }

    [Fact]
    public void What_is_appended_is_not_copied()
    {
        using var bytes = new ResponseBytes();
        bytes.Write("["u8);
        bytes.Append(Kept);
        bytes.Write("]"u8);
        Assert.Equal("[\"kept\"]", Text(bytes));
        Assert.Equal(8, bytes.Length);
        Assert.Equal(Kept.AsMemory(), bytes.Parts[1]);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    [InlineData(40_000, false)]
    public void Values_that_are_JSON_already_are_counted_and_only_copied_if_they_are_short(int length, bool isCopied)
    {
        var value = Encoding.UTF8.GetBytes($"\"{new string('v', length - 2)}\"");
        using var bytes = new ResponseBytes();
        using (var json = new JsonOutput(bytes))
        {
            json.WriteStartArray();
            json.WriteNumberValue(1);
            json.WriteValue(value);
            json.WriteValue(value);
            json.WriteEndArray();
            Assert.Equal(length * 2 + 5, json.Length);
        }
        Assert.Equal(isCopied, bytes.TryGetWhole(out var whole));
        Assert.Equal(isCopied ? length * 2 + 5 : 1, whole.Length);
        Assert.Equal($"[1,{Encoding.UTF8.GetString(value)},{Encoding.UTF8.GetString(value)}]", Text(bytes));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(10_000)]
    [InlineData(50_000)]
    public void What_JSON_wrote_before_and_after_something_else_comes_out_in_order(int length)
    {
        var text = new string('v', length);
        using var element = JsonDocument.Parse("[1]");
        using var bytes = new ResponseBytes();
        using (var json = new JsonOutput(bytes))
        {
            json.WriteStartArray();
            json.WriteStringValue(text);
            json.WriteElement(element.RootElement);
            json.WriteStringValue(text);
            json.WriteEndArray();
        }
        using (new JsonOutput(bytes))
        {
            // Nothing is written.
        }
        bytes.Write("\n"u8);
        var expected = $"[\"{text}\",[1],\"{text}\"]\n";
        Assert.Equal(expected.Length, bytes.Length);
        Assert.Equal(expected, Text(bytes));
    }

    [Fact]
    public void No_more_can_be_claimed_than_there_was_room_for()
    {
        using var bytes = new ResponseBytes();
        var room = bytes.GetMemory(10).Length;
        Assert.Throws<ArgumentOutOfRangeException>(() => bytes.Advance(room + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => bytes.Advance(-1));
        bytes.Advance(room);
        Assert.Equal(room, bytes.Length);
        Assert.NotEqual(0, bytes.GetSpan().Length);
    }

    private static string Text(ResponseBytes bytes) =>
        string.Concat(bytes.Parts.Select(part => Encoding.UTF8.GetString(part.Span)));
}
