namespace Jobs.Persistence.Import;

/// <summary>
/// The records of a CSV text: a quoted field may run over several lines, a broken one costs no more than its own line.
/// </summary>
internal sealed class CsvRecords(SourceLines lines, int columnCount)
{
    private const int RecordLinesMax = 16;

    private readonly List<SourceLine> _ahead = [];
    private readonly List<string> _fields = new(columnCount);

    public SourceRecord? Next()
    {
        if (Line(0) is not { } first) return null;
        if (first.IsTooLong) return Take(1, new SourceRecord([first.Text], RejectReason.LineTooLong));
        if (CsvFields.TrySplit(first.Text, _fields))
            return Take(1, new SourceRecord([.. _fields], _fields.Count == columnCount ? null : RejectReason.ColumnCountWrong));
        return NextOverLines(first.Text);
    }

    /// <summary>
    /// Joins lines until the quotes close and the columns are as many as expected. Gives up the first line if they never do, or
    /// at a line that is a whole record by itself: a quote that never closes must not swallow the rows after it.
    /// </summary>
    private SourceRecord? NextOverLines(string first)
    {
        var text = first;
        for (var count = 1; count < RecordLinesMax && Line(count) is { IsTooLong: false } line; count++)
        {
            text = $"{text}\n{line.Text}";
            if (CsvFields.TrySplit(text, _fields) && _fields.Count == columnCount)
                return Take(count + 1, new SourceRecord([.. _fields]));
            if (CsvFields.TrySplit(line.Text, _fields) && _fields.Count == columnCount) break;
        }
        return Take(1, new SourceRecord([first], RejectReason.QuotesBroken));
    }

    private SourceLine? Line(int index)
    {
        while (_ahead.Count <= index)
        {
            if (lines.Next() is not { } line) return null;
            _ahead.Add(line);
        }
        return _ahead[index];
    }

    private SourceRecord Take(int count, SourceRecord record)
    {
        _ahead.RemoveRange(0, count);
        return record;
    }
}
