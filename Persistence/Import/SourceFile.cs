using System.Text;

namespace Jobs.Persistence.Import;

/// <summary>An open file whose encoding and format are known, read row by row.</summary>
internal sealed class SourceFile : IDisposable
{
    private const int BufferBytes = 1 << 16;

    private readonly FileStream _stream;
    private readonly SourceLines _lines;
    private readonly CsvRecords? _csv;

    private SourceFile(FileStream stream, SourceLines lines, PostingFormat format)
    {
        _stream = stream;
        _lines = lines;
        Format = format;
        _csv = format.IsJson ? null : new CsvRecords(lines, format.Columns.Count);
    }

    public PostingFormat Format { get; }
    public long BytesTotal => _stream.Length;
    public long BytesRead => _stream.Position;

    /// <returns>Null if it is no format of ours.</returns>
    public static SourceFile? Open(string path)
    {
        var stream = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.SequentialScan);
        try
        {
            var encoding = SourceEncoding.Detect(stream);
            if (FirstLine(stream, encoding) is not { IsTooLong: false } first
                || PostingFormat.Recognise(first.Text) is not { } format)
            {
                stream.Dispose();
                return null;
            }
            var lines = Lines(stream, encoding);
            if (format.HasHeader) lines.Next();
            return new SourceFile(stream, lines, format);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public SourceRecord? Next()
    {
        while (NextOrHeader() is { } record)
        {
            if (record.Fault is null && Format.IsHeader(record.Fields)) continue;
            return HasUndecodable(record.Fields) ? record with { Fault = RejectReason.TextUnreadable } : record;
        }
        return null;
    }

    public void Dispose() => _stream.Dispose();

    private SourceRecord? NextOrHeader()
    {
        if (_csv is not null) return _csv.Next();
        return _lines.Next() is { } line ? new SourceRecord([line.Text], line.IsTooLong ? RejectReason.LineTooLong : null) : null;
    }

    private static SourceLine? FirstLine(FileStream stream, Encoding encoding)
    {
        var line = Lines(stream, encoding).Next();
        stream.Position = 0;
        return line;
    }

    // A StreamReader takes a byte order mark away, whichever of the two encodings it was told.
    private static SourceLines Lines(FileStream stream, Encoding encoding) =>
        new(new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, BufferBytes, leaveOpen: true));

    private static bool HasUndecodable(IReadOnlyList<string> fields)
    {
        foreach (var field in fields)
            if (field.Contains(SourceEncoding.Undecodable)) return true;
        return false;
    }
}
