using Jobs.Persistence.Import;

namespace Jobs.Persistence.Tests.Import;

/// <summary>What is one row and what are its fields, whatever people and programs did to the file.</summary>
public sealed class CsvRecordsTests
{
    [Fact]
    public void Fields_are_split_at_commas_outside_quotes() =>
        Assert.Equal(["서울 강남구", "시급 9,000", ""], Only("서울 강남구,\"시급 9,000\",", columnCount: 3).Fields);

    [Fact]
    public void A_doubled_quote_is_one_quote() =>
        Assert.Equal(["\"급구\" 홀", "b"], Only("\"\"\"급구\"\" 홀\",b", columnCount: 2).Fields);

    [Fact]
    public void A_quote_inside_a_plain_field_is_text() => Assert.Equal(["5\" 피자", "b"], Only("5\" 피자,b", columnCount: 2).Fields);

    [Fact]
    public void A_field_may_hold_a_line_break() =>
        Assert.Equal(["첫 줄\n둘째 줄", "b"], Only("\"첫 줄\r\n둘째 줄\",b\r\n", columnCount: 2).Fields);

    [Fact]
    public void Carriage_returns_before_a_line_feed_are_one_line_end() =>
        Assert.Equal([["a", "b"], ["c", "d"]], Read("a,b\r\r\nc,d\r\r\n", columnCount: 2).Select(record => record.Fields));

    [Fact]
    public void Blank_lines_are_no_rows() => Assert.Equal(2, Read("\na,b\n\n  \nc,d\n", columnCount: 2).Count);

    [Fact]
    public void A_last_line_without_an_end_is_a_row() => Assert.Equal(["c", "d"], Read("a,b\nc,d", columnCount: 2)[1].Fields);

    [Fact]
    public void A_quote_that_never_closes_costs_its_own_line_only()
    {
        var records = Read("\"a,b\nc,d\n\"e,\n\",f\ng,h\n", columnCount: 2);
        Assert.Equal([RejectReason.QuotesBroken, null, null, null], records.Select(record => record.Fault));
        Assert.Equal(["\"a,b"], records[0].Fields);
        Assert.Equal(["c", "d"], records[1].Fields);
        Assert.Equal(["e,\n", "f"], records[2].Fields);
    }

    [Fact]
    public void A_broken_quote_at_the_end_of_a_long_file_does_not_read_it_all()
    {
        var lines = string.Concat(Enumerable.Repeat("c,\"d\"\n", 1_000));
        var records = Read("\"a,b\n" + lines, columnCount: 2);
        Assert.Equal(1_001, records.Count);
        Assert.Single(records, record => record.Fault is not null);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a,b,c")]
    public void Another_number_of_columns_is_a_fault(string line) =>
        Assert.Equal(RejectReason.ColumnCountWrong, Only(line, columnCount: 2).Fault);

    [Fact]
    public void A_line_without_end_is_cut_and_the_next_row_is_read()
    {
        var lines = new SourceLines(new StringReader(new string('x', 1_000_000) + "\na,b\n"), lineCharsMax: 100);
        var records = new CsvRecords(lines, columnCount: 2);
        var first = records.Next()!.Value;
        Assert.Equal(RejectReason.LineTooLong, first.Fault);
        Assert.Equal(100, first.Fields[0].Length);
        Assert.Equal(["a", "b"], records.Next()!.Value.Fields);
    }

    private static SourceRecord Only(string text, int columnCount) => Assert.Single(Read(text, columnCount));

    private static List<SourceRecord> Read(string text, int columnCount)
    {
        var records = new CsvRecords(new SourceLines(new StringReader(text)), columnCount);
        var all = new List<SourceRecord>();
        while (records.Next() is { } record) all.Add(record);
        return all;
    }
}
