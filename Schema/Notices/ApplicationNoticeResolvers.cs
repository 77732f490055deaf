using Jobs.GraphQL.Binding;

namespace Jobs.Schema;

/// <summary>What experiments say about an application.</summary>
[GraphQLName("Application")]
public static class ApplicationNoticeResolvers
{
    /// <summary>Told, not enforced: it follows from the viewer's arm and the day of the application, and nothing reads it.</summary>
    public static async Task<DateTimeOffset?> AnnouncedReadDeadline(
        Application application, NoticePages pages, CancellationToken cancellationToken) =>
        application.Status == ApplicationStatus.Submitted
            && await pages.AnnouncedReadDaysAsync(cancellationToken) is { } days
            ? application.SubmittedAt.AddDays(days)
            : null;
}
