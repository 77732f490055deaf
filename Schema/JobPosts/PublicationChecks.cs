namespace Jobs.Schema;

/// <summary>What the law and the board ask of a post before people may see it.</summary>
public sealed class PublicationChecks(TimeProvider time, RequestLanguage language)
{
    public const int DaysOpenMax = 90;

    /// <summary>Every reason why the post cannot be shown; empty if it can.</summary>
    public IReadOnlyList<UserError> Run(JobPost post, IReadOnlyList<string> questions, Employer employer) =>
    [
        .. Incomplete(post),
        .. TooLittlePay(post),
        .. ClosedToMinors(post),
        .. Discriminatory(post, questions),
        .. Unverified(employer),
    ];

    /// <summary>The checks that hold for a post already open: it was complete and verified when it was published.</summary>
    public IReadOnlyList<UserError> RunOnEdit(JobPost post, IReadOnlyList<string> questions) =>
        [.. Incomplete(post), .. TooLittlePay(post), .. ClosedToMinors(post), .. Discriminatory(post, questions)];

    /// <summary>Tells what is missing beside what is wrong already, so nobody is sent back twice; each member once.</summary>
    public void FindMissing(JobPost post, FieldProblems problems)
    {
        if (post.Title.Length == 0 && !problems.Concern("content", "title"))
            problems.Add("제목을 입력해 주세요.", "A title is needed.", "content", "title");
        if (post.Description.Length == 0 && !problems.Concern("content", "description"))
            problems.Add("하는 일을 설명해 주세요.", "A description is needed.", "content", "description");
        if (post.WageAmount == 0 && !problems.Concern("content", "wage"))
            problems.Add("급여를 입력해 주세요.", "A wage is needed.", "content", "wage");
        if (IsNowhere(post) && !problems.Concern("content", "workplace"))
            problems.Add("일하는 동네를 골라 주세요.", "A workplace is needed.", "content", "workplace");
        FindPast(post, problems);
    }

    // A draft of an employer without a neighbourhood stands on a whole province until somebody says where the work is.
    private static bool IsNowhere(JobPost post) =>
        KnownNeighborhoods.Shipped.Find(post.NeighborhoodId) is not { Level: not NeighborhoodLevel.Sido };

    private void FindPast(JobPost post, FieldProblems problems)
    {
        var now = time.GetUtcNow();
        if (post.ExpiresAt is { } expiresAt && (expiresAt <= now || expiresAt > (post.PublishedAt ?? now).AddDays(DaysOpenMax)))
            problems.Add($"마감일은 {DaysOpenMax}일 안이어야 해요.", $"The end must be within {DaysOpenMax} days.", "content", "expiresAt");
        if (post.EndsOn < Seoul.Today(time) && !problems.Concern("content", "schedule", "endsOn"))
            problems.Add("이미 지난 날짜예요.", "The work is already over on that day.", "content", "schedule", "endsOn");
    }

    private IEnumerable<UserError> Incomplete(JobPost post)
    {
        var problems = new FieldProblems(language);
        FindMissing(post, problems);
        if (problems.Any) yield return problems.ToError();
    }

    private IEnumerable<UserError> TooLittlePay(JobPost post)
    {
        var today = Seoul.Today(time);
        var firstDay = post.StartsOn > today ? post.StartsOn.Value : today;
        // Next year's minimum is announced in August; until then this year's is all that can be asked.
        var minimum = KnownMinimumWages.On(firstDay) ?? KnownMinimumWages.On(today);
        if (post.HourlyEquivalent is { } hourly && minimum is not null && hourly < minimum.Hourly)
            yield return new BelowMinimumWageError(hourly, minimum, language);
    }

    private IEnumerable<UserError> ClosedToMinors(JobPost post)
    {
        if (post.MinimumAge >= 18 && (InvitationOfMinors.IsIn(post.Title) || InvitationOfMinors.IsIn(post.Description)))
            yield return new AgeRestrictionError(post.MinimumAge, language);
    }

    private IEnumerable<UserError> Discriminatory(JobPost post, IReadOnlyList<string> questions)
    {
        TextMatch[] matches =
        [
            .. DiscriminatoryText.Find(post.Title, "content", "title"),
            .. DiscriminatoryText.Find(post.Description, "content", "description"),
            .. post.Benefits.SelectMany((benefit, index) => DiscriminatoryText.Find(benefit, "content", "benefits", $"{index}")),
            .. questions.SelectMany((question, index) =>
                DiscriminatoryText.Find(question, "content", "questions", $"{index}", "text")),
        ];
        if (matches.Length > 0) yield return new DiscriminatoryTextError(matches, language);
    }

    private IEnumerable<UserError> Unverified(Employer employer)
    {
        var required = employer.Kind == EmployerKind.Business ? VerificationLevel.Business : VerificationLevel.Person;
        if (employer.VerificationLevel < required) yield return new VerificationRequiredError(required, language);
    }
}
