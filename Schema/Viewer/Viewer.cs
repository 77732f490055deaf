namespace Jobs.Schema;

/// <summary>The signed-in person and all that is theirs.</summary>
public sealed record Viewer(User Account);

/// <summary>The viewer's own résumé.</summary>
public sealed record Profile(User Account, IReadOnlyList<WorkExperience> Experiences);

/// <summary>One line of past work.</summary>
public sealed record WorkExperience(string Title, int? CategoryId, int? Months, bool IsConfirmed);
