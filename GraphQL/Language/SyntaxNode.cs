namespace Jobs.GraphQL.Language;

/// <summary>A piece of a parsed document: where it stands in the source, as byte offsets, and what it is.</summary>
public abstract class SyntaxNode(Source source, int start, int end)
{
    public abstract NodeKind Kind { get; }

    public Source Source { get; } = source;

    public int Start { get; } = start;

    /// <summary>The offset behind the last byte.</summary>
    public int End { get; } = end;

    /// <summary>Counted out of the source on demand: only errors ask for it.</summary>
    public SourceLocation Location => Source.LocationAt(Start);

    public override string ToString() => Printer.Print(this);
}
