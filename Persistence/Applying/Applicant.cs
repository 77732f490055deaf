namespace Jobs.Persistence;

/// <summary>What a person shows with an application.</summary>
/// <param name="DisplayName">What they are called.</param>
/// <param name="BirthDate">Null: they have not said it.</param>
/// <param name="Introduction">A few words about themselves.</param>
/// <param name="PhoneNumber">Shown only if they agree to it.</param>
/// <param name="HomeId">The first of their areas.</param>
/// <param name="Experiences">Past work, in their order.</param>
public sealed record Applicant(
    string DisplayName, DateOnly? BirthDate, string? Introduction, string? PhoneNumber, long? HomeId,
    IReadOnlyList<ApplicantExperience> Experiences);
