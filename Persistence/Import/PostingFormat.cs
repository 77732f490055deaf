namespace Jobs.Persistence.Import;

/// <summary>How the rows of one format are read; <see cref="Recognise"/> finds it from a file's first lines.</summary>
internal abstract class PostingFormat(ImportFormat format, string source)
{
    private static readonly Func<IReadOnlyList<string>, PostingFormat?>[] ByHeader =
        [AlbaBrandMerged.FromHeader, AlbaBrandPage.FromHeader, AlbaDong.FromHeader, AlbaArea.FromHeader, Albamon.FromFirstRow];

    public ImportFormat Format => format;

    /// <summary>
    /// Names the data set in <c>import_source</c>. Two formats of the same data share it, so their copies meet.
    /// </summary>
    public string Source => source;

    /// <summary>Columns of the rejected file, after the reason.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>True if the first line already is a posting.</summary>
    public virtual bool HasHeader => true;

    public virtual bool IsJson => false;

    public abstract RejectReason? TryRead(IReadOnlyList<string> fields, out Posting? posting);

    /// <returns>Null if the file is none of ours.</returns>
    public static PostingFormat? Recognise(string firstLine)
    {
        if (AtsJsonLines.Matches(firstLine)) return new AtsJsonLines();
        var fields = new List<string>();
        if (!CsvFields.TrySplit(firstLine, fields)) return null;
        foreach (var from in ByHeader)
            if (from(fields) is { } format)
                return format;
        return null;
    }

    /// <summary>True if the fields are the header again: files that were appended to have it in the middle.</summary>
    public virtual bool IsHeader(IReadOnlyList<string> fields) => false;

    /// <summary>Where each named column stands; null unless every one of them is there.</summary>
    protected static int[]? Positions(IReadOnlyList<string> header, params ReadOnlySpan<string> names)
    {
        var positions = new int[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            positions[i] = IndexOf(header, names[i]);
            if (positions[i] < 0) return null;
        }
        return positions;
    }

    private static int IndexOf(IReadOnlyList<string> header, string name)
    {
        for (var i = 0; i < header.Count; i++)
            if (PlainText.Of(header[i]).Equals(name, StringComparison.OrdinalIgnoreCase))
                return i;
        return -1;
    }
}

/// <summary>A format whose first line names its columns.</summary>
internal abstract class HeadedFormat(ImportFormat format, string source, IReadOnlyList<string> header, int[] positions)
    : PostingFormat(format, source)
{
    public override IReadOnlyList<string> Columns => header;

    public override bool IsHeader(IReadOnlyList<string> fields) => fields.SequenceEqual(header);

    /// <summary>The cell of the n-th name that the format asked for.</summary>
    protected string Cell(IReadOnlyList<string> fields, int name) => fields[positions[name]];
}
