namespace Jobs.Schema;

/// <summary>The applicant as they were when they applied.</summary>
public sealed record ApplicantSnapshot(Application Application);

/// <summary>Fields of <c>ApplicantSnapshot</c>.</summary>
public static class ApplicantSnapshotResolvers
{
    public static async Task<PublicUser?> User(ApplicantSnapshot snapshot, UserById users) =>
        await users.LoadAsync(snapshot.Application.ApplicantId) is { } user ? PublicUser.Of(user) : null;

    public static string DisplayName(ApplicantSnapshot snapshot) => snapshot.Application.ApplicantDisplayName;

    public static string? AgeBand(ApplicantSnapshot snapshot) => snapshot.Application.ApplicantAgeBand;

    public static string? Introduction(ApplicantSnapshot snapshot) => snapshot.Application.ApplicantIntroduction;

    public static IReadOnlyList<WorkExperience> Experiences(ApplicantSnapshot snapshot) =>
    [
        .. snapshot.Application.ApplicantExperiences.Select(experience =>
            new WorkExperience(experience.Title, experience.CategoryId, experience.Months, experience.IsConfirmed)),
    ];

    /// <summary>For members of the employer only; applicants see their own where it lives, in the member service.</summary>
    public static async Task<string?> PhoneNumber(ApplicantSnapshot snapshot, IsMemberByEmployerId memberships) =>
        await memberships.LoadAsync(snapshot.Application.EmployerId) ? snapshot.Application.ApplicantPhoneNumber : null;

    public static int? DistanceMeters(ApplicantSnapshot snapshot) => snapshot.Application.ApplicantDistanceMeters;
}
