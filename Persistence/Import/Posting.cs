namespace Jobs.Persistence.Import;

/// <summary>What a row says, whatever file it came from: still in the words of its source.</summary>
internal sealed record Posting
{
    /// <summary>What makes two rows the same post, in this order; together with the format's source.</summary>
    public required string[] Identity { get; init; }

    public required string Place { get; init; }

    /// <summary>True if the place is a street address.</summary>
    public bool PlaceIsAddress { get; init; }

    /// <summary>The province of a file that names wards only.</summary>
    public string? Sido { get; init; }

    /// <summary>As <see cref="TitleText"/> reads it; empty if there is none.</summary>
    public required string Title { get; init; }

    /// <summary>Who hires, if the source says so.</summary>
    public string? Company { get; init; }

    public string Time { get; init; } = "";
    public required string Pay { get; init; }

    /// <summary>시급, 일급 and so on, if they stand in a column of their own.</summary>
    public string? PayType { get; init; }

    public string Posted { get; init; } = "";

    /// <summary>When the source was read, if the row tells.</summary>
    public DateTimeOffset? SnapshotAt { get; init; }

    /// <summary>Kinds of work that the source names, to tell the category by.</summary>
    public string Kinds { get; init; } = "";
}
