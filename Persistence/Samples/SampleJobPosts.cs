namespace Jobs.Persistence.Samples;

/// <summary>
/// About two thousand posts: every neighbourhood of Seoul has some, each by a shop of the same or the next neighbourhood.
/// </summary>
internal sealed class SampleJobPosts(Random random, DateTimeOffset now)
{
    public const int Count = 2_000;

    private const int LatestMinutes = 3;
    private const int OldestMinutes = 6 * 24 * 60;
    private const int OpenDays = 30;
    private const double SpreadDegrees = 0.003; // About 300 m around the centre of an area.

    private readonly int _minimumHourly = (KnownMinimumWages.On(Seoul.DayOf(now)) ?? KnownMinimumWages.All[^1]).Hourly;

    public List<ScreeningQuestion> Questions { get; } = [];

    public List<JobPost> Create(
        IReadOnlyList<SampleEmployer> employers, IReadOnlyList<Neighborhood> dongs, IReadOnlyList<long> ids)
    {
        var posts = new List<JobPost>(Count);
        for (var index = 0; index < Count; index++)
        {
            var dong = index % dongs.Count;
            // Employers stand evenly over the same list, so this one's home is this neighbourhood or close to it in the list;
            // another one each time round, so that a neighbourhood has several trades.
            var employer = employers[(dong * employers.Count / dongs.Count + index / dongs.Count) % employers.Count];
            posts.Add(Create(ids[index], employer, dongs[dong]));
        }
        return posts;
    }

    private JobPost Create(long id, SampleEmployer employer, Neighborhood area)
    {
        var trade = employer.Trade;
        var shift = Pick(trade.Shifts);
        var isUrgent = random.Next(100) < 8;
        var publishedAt = now.AddMinutes(-random.Next(LatestMinutes, OldestMinutes));
        var (wageType, amount) = Wage(trade, shift);
        var role = Pick(trade.Roles);
        var post = new JobPost
        {
            Id = id,
            EmployerId = employer.Employer.Id,
            Status = JobPostStatus.Open,
            Title = $"{(isUrgent ? "[급구] " : "")}{area.Name} {shift.Name} {role} 모집",
            Description = Description(employer, shift, role),
            CategoryId = KnownJobCategories.Find(trade.CategoryKey)!.Id,
            NeighborhoodId = area.Id,
            Latitude = Math.Round(area.Latitude + (random.NextDouble() * 2 - 1) * SpreadDegrees, 6),
            Longitude = Math.Round(area.Longitude + (random.NextDouble() * 2 - 1) * SpreadDegrees, 6),
            HideExactAddress = true,
            WageType = wageType,
            WageAmount = amount,
            PaidSameDay = wageType == WageType.Daily && random.Next(2) == 0,
            Length = trade.CategoryKey == "events" ? EngagementLength.ShortTerm : EngagementLength.LongTerm,
            Days = shift.Days,
            StartMinute = shift.Shift.StartMinute,
            EndMinute = shift.Shift.EndMinute,
            BreakMinutes = shift.BreakMinutes,
            Headcount = random.Next(1, 4),
            IsUrgent = isUrgent,
            Benefits = [.. SampleTrade.Benefits.Where(_ => random.Next(4) == 0)],
            PublishedAt = publishedAt,
            ExpiresAt = publishedAt.AddDays(OpenDays),
            CreatedAt = publishedAt.AddMinutes(-20),
            UpdatedAt = publishedAt,
            Origin = RecordOrigin.Sample,
        };
        DerivedColumns.Fill(post, employer.Employer.DisplayName, VerificationLevel.Business);
        if (random.Next(5) == 0) Ask(id, trade.Question);
        return post;
    }

    private void Ask(long jobPostId, string question)
    {
        Questions.Add(new() { JobPostId = jobPostId, Position = 0, Text = question, IsRequired = true });
        if (random.Next(2) == 0) Questions.Add(new() { JobPostId = jobPostId, Position = 1, Text = "언제부터 일할 수 있나요?" });
    }

    /// <summary>Never under the minimum wage of the day, whatever the amount is paid for.</summary>
    private (WageType Type, int Amount) Wage(SampleTrade trade, SampleShift shift)
    {
        var hourly = _minimumHourly + random.Next(0, 8) * random.Next(0, 8) * 50;
        var perMonth = WorkHours.PaidPerMonth(WorkHours.PerWeek(shift.Days, shift.Shift) ?? 0);
        return trade.WageType switch
        {
            WageType.Daily => (WageType.Daily, RoundUp(hourly * shift.Shift.Hours, 1_000)),
            WageType.Monthly => (WageType.Monthly, RoundUp(hourly * perMonth, 10_000)),
            WageType.PerTask => (WageType.PerTask, 3_500 + random.Next(0, 6) * 500),
            _ => (WageType.Hourly, RoundUp(hourly, 10)),
        };
    }

    private static int RoundUp(double amount, int step) => (int)Math.Ceiling(amount / step) * step;

    private string Description(SampleEmployer employer, SampleShift shift, string role) =>
        $"""
        {employer.Employer.DisplayName}에서 함께 일할 {WithObjectParticle(role)} 찾습니다.
        {Pick(employer.Trade.Work)}
        근무: {shift.Name}{(shift.BreakMinutes > 0 ? $", 휴게 {shift.BreakMinutes}분" : "")}

        예시로 만든 공고입니다.
        """;

    /// <summary>을 after a closed syllable, 를 after an open one.</summary>
    private static string WithObjectParticle(string noun) => noun + ((noun[^1] - '가') % 28 == 0 ? "를" : "을");

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
