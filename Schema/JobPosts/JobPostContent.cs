namespace Jobs.Schema;

/// <summary>Writes an input's content into a post and reports what no post may say, finished or not.</summary>
public sealed class JobPostContent(FieldProblems problems)
{
    public const int TitleLengthMax = 100;
    public const int DescriptionLengthMax = 5_000;
    public const int QuestionsMax = 5;
    public const int BenefitsMax = 20;
    public const int HeadcountMax = 300;
    public const int WageMax = 1_000_000_000;
    public const int DistanceMetersMax = 50_000;

    /// <summary>The post is changed either way, and must not be saved after a problem.</summary>
    public void Write(JobPostContentInput content, JobPost post)
    {
        if (content.Title is { } title) post.Title = problems.Text(title, TitleLengthMax, "content", "title");
        if (content.Description is { } description)
            post.Description = problems.Text(description, DescriptionLengthMax, "content", "description");
        if (content.CategoryId is { } categoryId) ApplyCategory(categoryId, post);
        if (content.Workplace is { } workplace) ApplyWorkplace(workplace, post);
        if (content.Wage is { } wage) ApplyWage(wage, post);
        if (content.Schedule is { } schedule) ApplySchedule(schedule, post);
        if (content.Headcount is { } headcount)
            post.Headcount = problems.Range(headcount, 1, HeadcountMax, "content", "headcount");
        if (content.IsUrgent is { } isUrgent) post.IsUrgent = isUrgent;
        if (content.Benefits is { } benefits) ApplyBenefits(benefits, post);
        if (content.Questions is { } questions) CheckQuestions(questions);
        if (content.ExpiresAt.IsSet) post.ExpiresAt = content.ExpiresAt.Value;
    }

    private void ApplyCategory(string categoryId, JobPost post)
    {
        if (KnownJobCategories.Find(GlobalId.Parse(categoryId, NodeType.JobCategory)) is { } category)
            post.CategoryId = category.Id;
        else
            problems.Add("없는 업종이에요.", "There is no such category.", "content", "categoryId");
    }

    private void ApplyWorkplace(WorkplaceInput workplace, JobPost post)
    {
        var neighborhoodId = GlobalId.Parse(workplace.NeighborhoodId, NodeType.Neighborhood);
        if (KnownNeighborhoods.Shipped.Find(neighborhoodId) is not { } neighborhood)
        {
            problems.Add("없는 동네예요.", "There is no such neighbourhood.", "content", "workplace", "neighborhoodId");
            return;
        }

        post.NeighborhoodId = neighborhood.Id;
        post.Address = workplace.Address is { } address ? problems.Text(address, 200, "content", "workplace", "address") : null;
        post.HideExactAddress = workplace.HideExactAddress ?? false;
        var point = workplace.Point is { } given ? new GeoPoint(given.Latitude, given.Longitude) : neighborhood.Center;
        // A point far from its neighbourhood is a slip of the finger on a map, and would lead applicants astray.
        if (!point.IsInKorea || !PublicPoint.Rounded(point).IsInKorea
            || point.DistanceTo(neighborhood.Center) > DistanceMetersMax)
            problems.Add("동네에서 너무 먼 위치예요.", "The point is too far from the neighbourhood.", "content", "workplace", "point");
        else
            (post.Latitude, post.Longitude) = (point.Latitude, point.Longitude);
    }

    private void ApplyWage(WageInput wage, JobPost post)
    {
        post.WageType = wage.Type;
        post.WageAmount = problems.Range(wage.Amount, 1, WageMax, "content", "wage", "amount");
        post.WageAmountMax = wage.AmountMax;
        if (wage.AmountMax is { } max && (max < wage.Amount || max > WageMax))
            problems.Add("최저 금액보다 커야 해요.", "Must not be below the amount.", "content", "wage", "amountMax");
        post.PaidSameDay = wage.PaidSameDay ?? false;
        post.WageNegotiable = wage.Negotiable ?? false;
    }

    private void ApplySchedule(WorkScheduleInput schedule, JobPost post)
    {
        post.Length = schedule.Length;
        post.Days = DaySets.SetOf(schedule.Days ?? []);
        (post.StartsOn, post.EndsOn) = (schedule.StartsOn, schedule.EndsOn);
        if (schedule.EndsOn < schedule.StartsOn)
            problems.Add("끝나는 날이 시작하는 날보다 빨라요.", "The last day is before the first.", "content", "schedule", "endsOn");
        (post.StartMinute, post.EndMinute, post.BreakMinutes) =
            (schedule.StartTime?.Minutes, EndMinute(schedule.EndTime), schedule.BreakMinutes);
        if (schedule.StartTime is null != schedule.EndTime is null)
            problems.Add("시작과 끝 시각을 함께 입력해 주세요.", "Give both times or neither.", "content", "schedule", "endTime");
        if (schedule.StartTime?.Minutes == LocalTime.DayMinutes)
            problems.Add(
                "24:00에는 시작할 수 없어요. 00:00으로 써 주세요.", "A shift cannot start at 24:00; write 00:00.",
                "content", "schedule", "startTime");
        CheckBreak(schedule, post.Shift);
    }

    // 00:00 as an end is the midnight at the end of the day, which the model writes 24:00.
    private static int? EndMinute(LocalTime? end) => end is { Minutes: 0 } ? LocalTime.DayMinutes : end?.Minutes;

    private void CheckBreak(WorkScheduleInput schedule, Shift? shift)
    {
        if (schedule.BreakMinutes is not { } minutes) return;
        if (minutes < 0 || minutes >= (shift?.SpanMinutes ?? LocalTime.DayMinutes))
            problems.Add("휴게 시간이 근무 시간보다 길어요.", "The break is longer than the shift.", "content", "schedule", "breakMinutes");
        else if (shift is null && schedule.StartTime is null)
            problems.Add("근무 시간을 먼저 입력해 주세요.", "A break needs a shift.", "content", "schedule", "breakMinutes");
    }

    private void ApplyBenefits(IReadOnlyList<string> benefits, JobPost post)
    {
        if (benefits.Count > BenefitsMax)
            problems.Add($"{BenefitsMax}개까지 쓸 수 있어요.", $"At most {BenefitsMax}.", "content", "benefits");
        else
            post.Benefits = [.. benefits.Select((benefit, index) =>
                problems.Text(benefit, 50, "content", "benefits", $"{index}"))];
    }

    private void CheckQuestions(IReadOnlyList<ScreeningQuestionInput> questions)
    {
        if (questions.Count > QuestionsMax)
            problems.Add($"질문은 {QuestionsMax}개까지 할 수 있어요.", $"At most {QuestionsMax} questions.", "content", "questions");
        foreach (var (index, question) in questions.Take(QuestionsMax).Index())
            problems.Text(question.Text, 200, "content", "questions", $"{index}", "text");
    }
}
