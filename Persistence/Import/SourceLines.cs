using System.Text;

namespace Jobs.Persistence.Import;

/// <summary>A line of a file; a line beyond the limit is cut, marked, and skipped to its end.</summary>
internal readonly record struct SourceLine(string Text, bool IsTooLong);

/// <summary>The lines of a text, blank ones left out, in memory that does not grow with the file or with a line.</summary>
/// <remarks>CR CR LF, which Excel makes of a file written twice in text mode, is one line end and one blank line.</remarks>
internal sealed class SourceLines(TextReader reader, int lineCharsMax = SourceLines.DefaultLineCharsMax)
{
    private const int DefaultLineCharsMax = 32 * 1024;

    private readonly char[] _buffer = new char[16 * 1024];
    private readonly StringBuilder _line = new();
    private int _position;
    private int _filled;

    public SourceLine? Next()
    {
        while (NextOrBlank() is { } line)
            if (line.IsTooLong || !string.IsNullOrWhiteSpace(line.Text))
                return line;
        return null;
    }

    private SourceLine? NextOrBlank()
    {
        _line.Clear();
        var isTooLong = false;
        while (true)
        {
            if (_position == _filled)
            {
                _filled = reader.Read(_buffer);
                _position = 0;
                if (_filled == 0) return _line.Length == 0 && !isTooLong ? null : new SourceLine(_line.ToString(), isTooLong);
            }
            var rest = _buffer.AsSpan(_position, _filled - _position);
            var end = rest.IndexOfAny('\r', '\n');
            var part = end < 0 ? rest : rest[..end];
            if (_line.Length + part.Length > lineCharsMax)
            {
                part = part[..(lineCharsMax - _line.Length)];
                isTooLong = true;
            }
            if (end >= 0)
            {
                _position += end + 1;
                return new SourceLine(_line.Length == 0 ? part.ToString() : _line.Append(part).ToString(), isTooLong);
            }
            _line.Append(part);
            _position = _filled;
        }
    }
}
