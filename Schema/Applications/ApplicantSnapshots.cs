namespace Jobs.Schema;

/// <summary>Freezes what the applicant shows: later changes of the profile do not reach it.</summary>
public static class ApplicantSnapshots
{
    public static Application Freeze(
        long userId, Applicant applicant, JobPost post, string? message, bool sharePhoneNumber, DateTimeOffset now) => new()
        {
            JobPostId = post.Id,
            EmployerId = post.EmployerId,
            ApplicantId = userId,
            Status = ApplicationStatus.Submitted,
            Message = message,
            SubmittedAt = now,
            ApplicantDisplayName = applicant.DisplayName,
            ApplicantAgeBand = applicant.BirthDate is { } born ? Age.Band(Age.On(Seoul.DayOf(now), born)) : null,
            ApplicantIntroduction = applicant.Introduction,
            ApplicantPhoneNumber = sharePhoneNumber ? applicant.PhoneNumber : null,
            ApplicantDistanceMeters = applicant.HomeId is { } id && KnownNeighborhoods.Shipped.Find(id) is { } area
                ? (int)Math.Round(area.Center.DistanceTo(post.PublicPoint)) : null,
            ApplicantExperiences = applicant.Experiences,
        };
}
