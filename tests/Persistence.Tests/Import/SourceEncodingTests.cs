using System.Text;
using Jobs.Persistence.Import;

namespace Jobs.Persistence.Tests.Import;

/// <summary>A file's encoding is told by its bytes.</summary>
public sealed class SourceEncodingTests
{
    private const string Korean = "지역,서울 강남구,모퉁이카페 역삼점,시급 9,000\r\n";
    private static readonly Encoding Cp949 = CodePagesEncodingProvider.Instance.GetEncoding(949)!;

    [Fact]
    public void Utf8_is_read_as_utf8() => Assert.Equal(Korean, Read(Encoding.UTF8.GetBytes(Korean)));

    [Fact]
    public void Cp949_is_read_as_cp949() => Assert.Equal(Korean, Read(Cp949.GetBytes(Korean)));

    [Fact]
    public void A_syllable_that_only_the_extended_code_page_has_is_read() => Assert.Equal("똠방각하", Read(Cp949.GetBytes("똠방각하")));

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text() =>
        Assert.Equal(Korean, Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Korean)]));

    [Fact]
    public void Plain_ascii_is_read() => Assert.Equal("place,title", Read("place,title"u8.ToArray()));

    [Fact]
    public void One_damaged_character_does_not_turn_a_utf8_file_into_cp949()
    {
        byte[] damaged = [.. Encoding.UTF8.GetBytes(Korean), 0xEC, 0x84, (byte)'\n', .. Encoding.UTF8.GetBytes(Korean)];
        Assert.Equal($"{Korean}{SourceEncoding.Undecodable}\n{Korean}", Read(damaged));
    }

    [Fact]
    public void A_character_across_two_blocks_is_whole()
    {
        var text = "x" + new string('가', 100_000); // Three bytes each, so that some block of 65,536 cuts one.
        Assert.Equal(text, Read(Encoding.UTF8.GetBytes(text)));
    }

    private static string Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        var encoding = SourceEncoding.Detect(stream);
        return new StreamReader(stream, encoding).ReadToEnd();
    }
}
