namespace Jobs.Persistence;

/// <summary>What a statement selects of posts: the columns, where they come from, and how a row of them is read.</summary>
/// <remarks>
/// The table goes by the name of <c>post</c>. Plain SQL and Npgsql because these are the hottest reads there are. The text of the
/// keyword search is left out: it is for the database alone, and as long as all the rest.
/// </remarks>
internal sealed class JobPostSelect
{
    private const JobPostParts OfViewer = JobPostParts.IsSaved | JobPostParts.IsMember;

    private const string Core = "post.id, post.employer_id, post.title, post.neighborhood_id, post.published_at";

    private static readonly (JobPostParts Part, string Columns)[] OwnColumns =
    [
        (JobPostParts.Details,
            ", post.created_at, post.origin, post.import_source, post.import_key, post.import_hash, post.headcount, "
            + "post.benefits, post.ended_at, post.updated_at, post.version"),
        (JobPostParts.MinimumAge, ", post.minimum_age"),
        (JobPostParts.Life, ", post.status, post.expires_at"),
        (JobPostParts.Kind, ", post.category_id, post.is_urgent"),
        (JobPostParts.Description, ", post.description"),
        (JobPostParts.Place, ", post.address, post.latitude, post.longitude, post.hide_exact_address"),
        (JobPostParts.PublicPoint, ", post.public_latitude, post.public_longitude"),
        (JobPostParts.Pay, ", post.wage_type, post.wage_amount"),
        (JobPostParts.PaidSameDay, ", post.paid_same_day"),
        (JobPostParts.PayTerms, ", post.wage_amount_max, post.wage_negotiable"),
        (JobPostParts.HourlyEquivalent, ", post.hourly_equivalent"),
        (JobPostParts.WeeklyHours, ", post.weekly_hours"),
        (JobPostParts.RecommendedAt, ", post.recommended_at"),
        (JobPostParts.Schedule, ", post.length, post.days, post.start_minute, post.end_minute"),
        (JobPostParts.ScheduleTerms, ", post.starts_on, post.ends_on, post.break_minutes, post.bands"),
    ];

    private readonly JobPostParts parts;
    private readonly string viewer = ""; // What stands for the viewer, where something depends on who that is.

    /// <param name="parts">What is read.</param>
    /// <param name="viewerId">Who asks; null: nobody in particular, of whom nothing is known.</param>
    /// <param name="sql">Takes the statement's parameters.</param>
    /// <param name="applications">Which are read with each post that the viewer may manage, as rows of their own.</param>
    public JobPostSelect(JobPostParts parts, long? viewerId, SqlConditions sql, FirstApplications? applications = null)
    {
        this.parts = viewerId is null ? parts & ~OfViewer : parts;
        if ((this.parts & OfViewer) != 0) viewer = sql.Parameter(viewerId!.Value);
        if (applications is not null && Has(JobPostParts.IsMember)) Applications = new(applications);
        var text = new SqlText().Add(Core);
        foreach (var own in OwnColumns)
            if (Has(own.Part)) text.Add(own.Columns);
        Own = text.End();
        text = new SqlText().Add(Own);
        if (Has(JobPostParts.Employer)) EmployerRow.AddColumns(text, parts);
        if (Has(JobPostParts.ApplicationCount)) text.Add(", applied.total");
        if (Has(JobPostParts.SaveCount)) text.Add(", saves.total");
        if (Has(JobPostParts.IsSaved)) text.Add(", saved.is_there IS NOT NULL");
        if (Has(JobPostParts.IsMember)) text.Add(", member.is_there IS NOT NULL");
        Columns = text.End();
    }

    public string Columns { get; }

    /// <summary>Those of them that are the post's own, for a statement that finds posts first and then joins what belongs to them.</summary>
    public string Own { get; }

    /// <summary>Whether the distance is wanted, which only a search can tell.</summary>
    public bool HasDistance => Has(JobPostParts.Distance);

    /// <summary>Applications with the posts, whose rows are several then.</summary>
    public FirstApplicationsSelect? Applications { get; }

    /// <summary>Comes after the table.</summary>
    /// <remarks>
    /// Each is found once for each post, however many rows that has with its applications; a subquery among the columns would be
    /// asked for each row. Of EXISTS PostgreSQL may make a hash of all that the viewer saved, or of all their employers.
    /// </remarks>
    public void AddJoin(SqlText text)
    {
        if (Has(JobPostParts.Employer)) text.Add(" JOIN employers AS employer ON employer.id = post.employer_id");
        if (Has(JobPostParts.ApplicationCount))
            AddTotal("applied", "applications WHERE job_post_id = post.id AND status <> 'WITHDRAWN'");
        if (Has(JobPostParts.SaveCount)) AddTotal("saves", "saved_job_posts WHERE job_post_id = post.id");
        if (Has(JobPostParts.IsSaved)) AddIsThere("saved", "saved_job_posts WHERE job_post_id = post.id");
        if (Has(JobPostParts.IsMember)) AddIsThere("member", "employer_members WHERE employer_id = post.employer_id");
        Applications?.AddJoin(text);

        void AddTotal(string name, string rows) =>
            text.Add($" CROSS JOIN LATERAL (SELECT count(*)::int AS total FROM {rows}) AS {name}");

        void AddIsThere(string name, string rows) => text.Add(
            $" LEFT JOIN LATERAL (SELECT true AS is_there FROM {rows} AND user_id = {viewer} LIMIT 1) AS {name} ON true");
    }

    /// <param name="row">Whatever else was selected comes after.</param>
    public JobPostWithParts Read(ref RowReader row)
    {
        var post = ReadOwn(ref row);
        if (Has(JobPostParts.Employer)) post.KnownEmployer = EmployerRow.Read(ref row, post.EmployerId, parts);
        return new(
            post, Has(JobPostParts.ApplicationCount) ? row.Int32() : null, Has(JobPostParts.SaveCount) ? row.Int32() : null,
            Has(JobPostParts.IsSaved) ? row.Boolean() : null, Has(JobPostParts.IsMember) ? row.Boolean() : null);
    }

    // Members are set in the order of the columns.
    private JobPost ReadOwn(ref RowReader row)
    {
        var isDetailed = Has(JobPostParts.Details);
        var post = new JobPost
        {
            Id = row.Int64(),
            EmployerId = row.Int64(),
            Title = row.Text(),
            Description = "",
            NeighborhoodId = row.Int64(),
            PublishedAt = row.Value<DateTimeOffset>(),
            CreatedAt = isDetailed ? row.Instant() : default,
            Origin = isDetailed ? row.Enum<RecordOrigin>() : default,
            ImportSource = isDetailed ? row.TextOrNull() : null,
            ImportKey = isDetailed ? row.TextOrNull() : null,
        };
        if (isDetailed) ReadDetails(post, ref row);
        if (Has(JobPostParts.MinimumAge)) post.MinimumAge = row.Int32();
        if (Has(JobPostParts.Life)) ReadLife(post, ref row);
        if (Has(JobPostParts.Kind)) ReadKind(post, ref row);
        if (Has(JobPostParts.Description)) post.Description = row.Text();
        if (Has(JobPostParts.Place)) ReadPlace(post, ref row);
        if (Has(JobPostParts.PublicPoint)) (post.PublicLatitude, post.PublicLongitude) = (row.Double(), row.Double());
        if (Has(JobPostParts.Pay)) ReadPay(post, ref row);
        if (Has(JobPostParts.PaidSameDay)) post.PaidSameDay = row.Boolean();
        if (Has(JobPostParts.PayTerms)) ReadPayTerms(post, ref row);
        if (Has(JobPostParts.HourlyEquivalent)) post.HourlyEquivalent = row.Value<int>();
        if (Has(JobPostParts.WeeklyHours)) post.WeeklyHours = row.Value<double>();
        if (Has(JobPostParts.RecommendedAt)) post.RecommendedAt = row.Value<DateTimeOffset>();
        if (Has(JobPostParts.Schedule)) ReadSchedule(post, ref row);
        if (Has(JobPostParts.ScheduleTerms)) ReadScheduleTerms(post, ref row);
        return post;
    }

    private static void ReadDetails(JobPost post, ref RowReader row)
    {
        post.ImportHash = row.TextOrNull();
        post.Headcount = row.Int32();
        post.Benefits = row.Of<List<string>>();
        post.EndedAt = row.Value<DateTimeOffset>();
        post.UpdatedAt = row.Instant();
        post.Version = row.Int32();
    }

    private static void ReadPlace(JobPost post, ref RowReader row)
    {
        post.Address = row.TextOrNull();
        post.Latitude = row.Double();
        post.Longitude = row.Double();
        post.HideExactAddress = row.Boolean();
    }

    private static void ReadLife(JobPost post, ref RowReader row)
    {
        post.Status = row.Enum<JobPostStatus>();
        post.ExpiresAt = row.Value<DateTimeOffset>();
    }

    private static void ReadKind(JobPost post, ref RowReader row)
    {
        post.CategoryId = row.Int32();
        post.IsUrgent = row.Boolean();
    }

    private static void ReadPay(JobPost post, ref RowReader row)
    {
        post.WageType = row.Enum<WageType>();
        post.WageAmount = row.Int32();
    }

    private static void ReadPayTerms(JobPost post, ref RowReader row)
    {
        post.WageAmountMax = row.Value<int>();
        post.WageNegotiable = row.Boolean();
    }

    private static void ReadSchedule(JobPost post, ref RowReader row)
    {
        post.Length = row.Enum<EngagementLength>();
        post.Days = (WorkDays)row.Int32();
        post.StartMinute = row.Value<int>();
        post.EndMinute = row.Value<int>();
    }

    private static void ReadScheduleTerms(JobPost post, ref RowReader row)
    {
        post.StartsOn = row.Value<DateOnly>();
        post.EndsOn = row.Value<DateOnly>();
        post.BreakMinutes = row.Value<int>();
        post.Bands = (TimeBands)row.Int32();
    }

    private bool Has(JobPostParts part) => (parts & part) == part;
}
