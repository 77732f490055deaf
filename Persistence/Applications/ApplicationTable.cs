using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class ApplicationTable : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.ToTable("applications", table =>
        {
            table.CheckSpelling("status", Enum.GetValues<ApplicationStatus>());
            table.Check("read_at", """
                CASE WHEN status = 'SUBMITTED' THEN read_at IS NULL
                WHEN status IN ('WITHDRAWN', 'LAPSED') THEN read_at IS NULL OR read_at >= submitted_at
                ELSE read_at IS NOT NULL AND read_at >= submitted_at END
                """);
            table.Check("decided_at", """
                CASE WHEN status IN ('ACCEPTED', 'REJECTED', 'WITHDRAWN', 'LAPSED')
                THEN decided_at IS NOT NULL AND decided_at >= submitted_at ELSE decided_at IS NULL END
                """);
            table.Check("message", "char_length(message) <= 5000");
            table.Check("decision_note", "char_length(decision_note) <= 1000");
            table.Check("version", "version >= 1");
            table.Check("applicant_distance_meters", "applicant_distance_meters >= 0");
            table.Check("applicant_experiences", "jsonb_typeof(applicant_experiences) = 'array'");
        });
        builder.Property(application => application.Version).IsConcurrencyToken();
        builder.Property(application => application.ApplicantExperiences)
            .HasColumnType("jsonb").HasConversion<ApplicantExperiencesConverter, ApplicantExperiencesComparer>();

        // The pair, so that the repeated employer can never differ from the post's own.
        builder.HasOne<JobPost>().WithMany().HasForeignKey(application => new { application.JobPostId, application.EmployerId })
            .HasPrincipalKey(post => new { post.Id, post.EmployerId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Employer>().WithMany().HasForeignKey(application => application.EmployerId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(application => application.ApplicantId).OnDelete(DeleteBehavior.Restrict);

        // Two taps on 지원하기 take turns at the person's lock; this index has the last word.
        // The inboxes' UNREAD_FIRST indexes stand in the migration alone, because EF has no words for an index on an expression.
        builder.HasIndex(application => new { application.JobPostId, application.ApplicantId }, "ux_applications_live").IsUnique()
            .HasFilter($"status IN ({TableChecks.Spelled(ApplicationStatuses.Live)})");
        builder.HasIndex(application => new { application.EmployerId, application.SubmittedAt, application.Id })
            .IsDescending(false, true, true);
        builder.HasIndex(application => new { application.ApplicantId, application.SubmittedAt, application.Id })
            .IsDescending(false, true, true);
    }
}
