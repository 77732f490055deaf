namespace Jobs.Schema;

/// <summary>Freezes what the applicant shows: later changes of the profile do not reach it.</summary>
public static class ApplicantSnapshots
{
    public static async Task<Application> FreezeAsync(
        JobsDb db, User applicant, JobPost post, string? message, bool sharePhoneNumber, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var experiences = await db.UserExperiences.Where(experience => experience.UserId == applicant.Id)
            .OrderBy(experience => experience.Position)
            .Select(experience =>
                new ApplicantExperience(experience.Title, experience.CategoryId, experience.Months, experience.IsConfirmed))
            .ToListAsync(cancellationToken);
        var home = await db.UserNeighborhoods.Where(place => place.UserId == applicant.Id).OrderBy(place => place.Position)
            .Select(place => (long?)place.NeighborhoodId).FirstOrDefaultAsync(cancellationToken);
        return new Application
        {
            JobPostId = post.Id,
            EmployerId = post.EmployerId,
            ApplicantId = applicant.Id,
            Status = ApplicationStatus.Submitted,
            Message = message,
            SubmittedAt = now,
            ApplicantDisplayName = applicant.DisplayName,
            ApplicantAgeBand = applicant.BirthDate is { } born ? Age.Band(Age.On(Seoul.DayOf(now), born)) : null,
            ApplicantIntroduction = applicant.Introduction,
            ApplicantPhoneNumber = sharePhoneNumber ? applicant.PhoneNumber : null,
            ApplicantDistanceMeters = home is { } id && KnownNeighborhoods.Shipped.Find(id) is { } area
                ? (int)Math.Round(area.Center.DistanceTo(post.PublicPoint)) : null,
            ApplicantExperiences = experiences,
        };
    }
}
