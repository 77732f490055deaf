namespace Jobs.Schema;

/// <summary>The signed-in person and all that is theirs.</summary>
/// <param name="Account">The person.</param>
/// <param name="NeighborhoodIds">The areas they proved, if they were read with the person.</param>
public sealed record Viewer(User Account, IReadOnlyList<long>? NeighborhoodIds = null);

/// <summary>The viewer's own résumé.</summary>
public sealed record Profile(User Account, IReadOnlyList<WorkExperience> Experiences);

/// <summary>One line of past work.</summary>
public sealed record WorkExperience(string Title, int? CategoryId, int? Months, bool IsConfirmed);
