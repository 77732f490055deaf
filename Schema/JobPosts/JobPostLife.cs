namespace Jobs.Schema;

/// <summary>How a post begins, is shown and ends.</summary>
public static class JobPostLife
{
    /// <summary>An empty draft: what the employer has not said yet stands as the board's least surprising guess.</summary>
    public static JobPost NewDraft(Employer employer, DateTimeOffset now)
    {
        var area = KnownNeighborhoods.Shipped.Find(employer.NeighborhoodId ?? 0) ?? KnownNeighborhoods.Shipped.All[0];
        var draft = new JobPost
        {
            EmployerId = employer.Id,
            Status = JobPostStatus.Draft,
            Title = "",
            Description = "",
            CategoryId = KnownJobCategories.Other.Id,
            NeighborhoodId = area.Id,
            Latitude = area.Latitude,
            Longitude = area.Longitude,
            WageType = WageType.Hourly,
            Length = EngagementLength.LongTerm,
            CreatedAt = now,
            UpdatedAt = now,
            Origin = RecordOrigin.Member,
        };
        Derive(draft, employer);
        return draft;
    }

    /// <summary>Works out what follows from the content; after every change of it.</summary>
    public static void Derive(JobPost post, Employer employer) =>
        DerivedColumns.Fill(post, employer.DisplayName, employer.VerificationLevel);

    /// <summary>Shows the post to everybody; the checks have been run.</summary>
    public static void Publish(JobPost post, Employer employer, DateTimeOffset now)
    {
        (post.Status, post.PublishedAt, post.UpdatedAt) = (JobPostStatus.Open, now, now);
        Derive(post, employer);
    }

    /// <summary>Ends a post whose row the caller's transaction locked. Returns how many applications lapsed with it.</summary>
    public static async Task<int> EndAsync(
        JobsDb db, JobPost post, JobPostStatus status, DateTimeOffset now, CancellationToken cancellationToken)
    {
        (post.Status, post.EndedAt, post.UpdatedAt) = (status, now, now);
        await db.SaveChangesAsync(cancellationToken);
        return await db.LapseUndecidedAsync(post.Id, now, cancellationToken);
    }
}
