using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class NoticeDismissalTable : IEntityTypeConfiguration<NoticeDismissal>
{
    public void Configure(EntityTypeBuilder<NoticeDismissal> builder)
    {
        builder.ToTable("notice_dismissals");
        builder.HasKey(dismissal => new { dismissal.UserId, dismissal.ExperimentId });
        builder.HasOne<User>().WithMany().HasForeignKey(dismissal => dismissal.UserId);
        builder.HasOne<NoticeExperiment>().WithMany().HasForeignKey(dismissal => dismissal.ExperimentId);
    }
}
