using CsvHelper;

namespace Jobs.Persistence.Import;

/// <summary>The rows that did not become posts: FILE.rejected.csv, the reason first, then the row's own columns.</summary>
/// <remarks>
/// UTF-8 with a byte order mark, because people open it in Excel. It takes its name only when the run is through: a run that was
/// killed leaves the last whole one, and a run without a rejected row leaves none.
/// </remarks>
internal sealed class RejectedRows : IDisposable
{
    private readonly string _path;
    private readonly string _unfinishedPath;
    private readonly IReadOnlyList<string> _columns;
    private CsvWriter? _writer;

    public RejectedRows(string path, IReadOnlyList<string> columns)
    {
        _path = path;
        _unfinishedPath = path + ".part";
        _columns = columns;
    }

    /// <summary>Beside the file; in the working folder if nobody may write there.</summary>
    public static string PathFor(string file)
    {
        var name = Path.GetFileName(file) + ImportFile.RejectedSuffix;
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        return Path.Combine(CanWrite(folder) ? folder : Environment.CurrentDirectory, name);
    }

    public void Add(RejectReason reason, IReadOnlyList<string> fields)
    {
        _writer ??= Open();
        Write(EnumText.Of(reason), fields);
    }

    /// <returns>Where the rows are; null if none was rejected.</returns>
    public string? Finish()
    {
        if (_writer is null)
        {
            File.Delete(_path);
            return null;
        }
        _writer.Dispose();
        _writer = null;
        File.Move(_unfinishedPath, _path, overwrite: true);
        return _path;
    }

    /// <summary>Without <see cref="Finish"/> the run was not through, and its half of the rows helps nobody.</summary>
    public void Dispose()
    {
        if (_writer is null) return;
        _writer.Dispose();
        _writer = null;
        File.Delete(_unfinishedPath);
    }

    private static bool CanWrite(string folder)
    {
        // Root may write anywhere; a folder that nobody is meant to write to is left alone all the same.
        const UnixFileMode write = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(folder) & write) == 0) return false;
        try
        {
            var probe = Path.Combine(folder, Path.GetRandomFileName());
            File.Create(probe, 1, FileOptions.DeleteOnClose).Dispose();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private CsvWriter Open()
    {
        // A row with too many columns keeps them all.
        var options = new CsvWriterOptions { WriteByteOrderMark = true, ValidateFieldCount = false };
        _writer = CsvWriter.ToFile(_unfinishedPath, options);
        Write("reason", _columns);
        return _writer;
    }

    private void Write(string first, IReadOnlyList<string> rest)
    {
        _writer!.WriteField(first);
        foreach (var field in rest) _writer.WriteField(field);
        _writer.EndRecord();
    }
}
