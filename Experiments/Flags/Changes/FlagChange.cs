namespace Jobs.Experiments;

/// <summary>Who changes a flag, and why.</summary>
/// <param name="AuthorId">The person; null: the service itself.</param>
/// <param name="Note">In their words.</param>
public sealed record FlagChangeNote(long? AuthorId, string? Note = null);

/// <summary>The flag as it is now, or why nothing was changed.</summary>
public sealed record FlagChangeResult(FeatureFlag? Flag, IReadOnlyList<ContentProblem> Problems)
{
    /// <summary>Somebody else changed the flag after the person had looked at it.</summary>
    public bool IsConflict { get; init; }

    internal static FlagChangeResult Refused(string path, string korean, string english) =>
        new(null, [new ContentProblem(path, korean, english)]);
}
