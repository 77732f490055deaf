namespace Jobs.Persistence;

/// <summary>One line of an applicant's past work, frozen in the application.</summary>
public sealed record ApplicantExperience(string Title, int? CategoryId, int? Months, bool IsConfirmed);
