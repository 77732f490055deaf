namespace Jobs.Persistence.Samples;

/// <summary>
/// Applications that one employer has already received, in every stage, so that an inbox is not empty on the first day.
/// </summary>
internal sealed class SampleInbox(DateTimeOffset now)
{
    private static readonly ApplicationStatus[] Stages =
    [
        ApplicationStatus.Submitted, ApplicationStatus.Submitted, ApplicationStatus.Read, ApplicationStatus.Shortlisted,
        ApplicationStatus.Submitted, ApplicationStatus.Interview, ApplicationStatus.Rejected, ApplicationStatus.Accepted,
        ApplicationStatus.Submitted, ApplicationStatus.Withdrawn,
    ];

    public List<Application> Applications { get; } = [];
    public List<ApplicationAnswer> Answers { get; } = [];
    public List<ApplicationEvent> Events { get; } = [];

    public void Create(IReadOnlyList<JobPost> posts, ILookup<long, ScreeningQuestion> questions, IReadOnlyList<User> applicants,
        ILookup<long, UserExperience> experiences, ILookup<long, UserNeighborhood> homes, IReadOnlyList<long> ids)
    {
        for (var index = 0; index < ids.Count; index++)
        {
            var post = posts[index % posts.Count];
            var applicant = applicants[index % applicants.Count];
            var application = Create(ids[index], post, applicant, Stages[index % Stages.Length],
                [.. experiences[applicant.Id]], homes[applicant.Id].MinBy(home => home.Position)!.NeighborhoodId);
            Applications.Add(application);
            foreach (var question in questions[post.Id])
                Answers.Add(new ApplicationAnswer
                {
                    ApplicationId = application.Id,
                    Position = question.Position,
                    Question = question.Text,
                    Answer = "네, 자세한 이야기는 만나서 드리겠습니다.",
                });
        }
    }

    private Application Create(long id, JobPost post, User applicant, ApplicationStatus stage,
        IReadOnlyList<UserExperience> experiences, long homeId)
    {
        // Between publishing and now, in even steps, so that every event has its own moment.
        var since = post.PublishedAt!.Value;
        var step = (now - since) / 4;
        var (submittedAt, readAt, decidedAt) = (since + step, since + step * 2, since + step * 3);
        var isDecided = stage is ApplicationStatus.Accepted or ApplicationStatus.Rejected or ApplicationStatus.Withdrawn;
        var isRead = stage != ApplicationStatus.Submitted;
        Happen(id, ApplicationStatus.Submitted, submittedAt, byApplicant: true);
        if (isRead) Happen(id, ApplicationStatus.Read, readAt, byApplicant: false);
        if (isRead && stage != ApplicationStatus.Read) Happen(id, stage, decidedAt, stage == ApplicationStatus.Withdrawn);
        return new Application
        {
            Id = id,
            JobPostId = post.Id,
            EmployerId = post.EmployerId,
            ApplicantId = applicant.Id,
            Status = stage,
            Message = "공고를 보고 지원합니다. 가까운 곳에 살고 있어요.",
            SubmittedAt = submittedAt,
            ReadAt = isRead ? readAt : null,
            DecidedAt = isDecided ? decidedAt : null,
            ApplicantDisplayName = applicant.DisplayName,
            ApplicantAgeBand = AgeBand(applicant),
            ApplicantIntroduction = applicant.Introduction,
            ApplicantDistanceMeters = (int)post.PublicPoint.DistanceTo(KnownNeighborhoods.Shipped.Find(homeId)!.Center),
            ApplicantExperiences =
            [
                .. experiences.Select(
                    line => new ApplicantExperience(line.Title, line.CategoryId, line.Months, line.IsConfirmed)),
            ],
        };
    }

    private void Happen(long applicationId, ApplicationStatus status, DateTimeOffset at, bool byApplicant) =>
        Events.Add(new ApplicationEvent { ApplicationId = applicationId, Status = status, At = at, ByApplicant = byApplicant });

    private string AgeBand(User applicant)
    {
        var (today, born) = (Seoul.DayOf(now), applicant.BirthDate!.Value);
        var years = today.Year - born.Year;
        if (born.AddYears(years) > today) years--;
        return years < 20 ? "10대" : $"{years / 10 * 10}대";
    }
}
