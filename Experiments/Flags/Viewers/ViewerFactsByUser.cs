namespace Jobs.Experiments;

/// <summary>Reads what the board knows about a person: one statement, asked only when a definition needs it.</summary>
public sealed class ViewerFactsByUser(IDbContextFactory<JobsDb> dbFactory)
{
    public async Task<ViewerFacts> LoadAsync(FlagSubject subject, CancellationToken cancellationToken)
    {
        if (subject.UserId is not { } userId) return ViewerFacts.Nobody;
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        // SQL because it is one walk of an index for each fact. A shop's posts have no index by the time of publishing, so the
        // newest fifty of each shop speak for the rest.
        var row = await db.Database.SqlQuery<Row>($"""
            SELECT person.created_at AS "CreatedAt",
                ARRAY(SELECT neighborhood_id FROM user_neighborhoods WHERE user_id = person.id) AS "NeighborhoodIds",
                EXISTS (SELECT FROM employer_members WHERE user_id = person.id) AS "IsEmployer",
                (SELECT submitted_at FROM applications WHERE applicant_id = person.id
                    ORDER BY submitted_at DESC LIMIT 1) AS "SubmittedAt",
                (SELECT max(read_at) FROM applications WHERE applicant_id = person.id) AS "ReadAt",
                (SELECT max(newest.submitted_at) FROM employer_members AS member CROSS JOIN LATERAL (
                    SELECT submitted_at FROM applications WHERE employer_id = member.employer_id
                    ORDER BY submitted_at DESC LIMIT 1) AS newest WHERE member.user_id = person.id) AS "ReceivedAt",
                (SELECT max(newest.published_at) FROM employer_members AS member CROSS JOIN LATERAL (
                    SELECT published_at FROM job_posts WHERE employer_id = member.employer_id
                    ORDER BY id DESC LIMIT 50) AS newest WHERE member.user_id = person.id) AS "PublishedAt"
            FROM users AS person WHERE person.id = {userId}
            """).SingleOrDefaultAsync(cancellationToken);
        return row is null ? new ViewerFacts { UserId = UserIds.Text(userId), Groups = subject.Groups } : row.ToFacts(subject);
    }

    private sealed record Row
    {
        public DateTimeOffset CreatedAt { get; init; }
        public long[] NeighborhoodIds { get; init; } = [];
        public bool IsEmployer { get; init; }
        public DateTimeOffset? SubmittedAt { get; init; }
        public DateTimeOffset? ReadAt { get; init; }
        public DateTimeOffset? ReceivedAt { get; init; }
        public DateTimeOffset? PublishedAt { get; init; }

        public ViewerFacts ToFacts(FlagSubject subject)
        {
            var areas = AreasAround(NeighborhoodIds);
            return new ViewerFacts
            {
                UserId = UserIds.Text(subject.UserId!.Value),
                Groups =
                [
                    .. subject.Groups, IsEmployer ? RoleFilter.Employer : RoleFilter.Applicant,
                    .. areas.Select(code => $"area-{code}"),
                ],
                IsEmployer = IsEmployer,
                AreaCodes = areas,
                AccountCreatedAt = CreatedAt,
                ApplicationSubmittedAt = SubmittedAt,
                ApplicationReadAt = ReadAt,
                ApplicationReceivedAt = ReceivedAt,
                PostPublishedAt = PublishedAt,
            };
        }

        private static List<string> AreasAround(long[] neighborhoodIds)
        {
            var codes = new List<string>();
            foreach (var id in neighborhoodIds)
                for (var area = KnownNeighborhoods.Shipped.Find(id); area is not null;
                    area = area.ParentId is { } parent ? KnownNeighborhoods.Shipped.Find(parent) : null)
                    if (!codes.Contains(area.Code)) codes.Add(area.Code);
            return codes;
        }
    }
}
