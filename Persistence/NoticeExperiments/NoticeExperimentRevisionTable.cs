using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class NoticeExperimentRevisionTable : IEntityTypeConfiguration<NoticeExperimentRevision>
{
    public void Configure(EntityTypeBuilder<NoticeExperimentRevision> builder)
    {
        builder.ToTable("notice_experiment_revisions", table =>
        {
            table.CheckSpelling("change", Enum.GetValues<ExperimentChange>());
            table.Check("note", "char_length(note) <= 2000");
        });
        builder.HasKey(revision => new { revision.ExperimentId, revision.Version });
        builder.Property(revision => revision.Content).HasColumnType("jsonb");
        builder.HasOne<NoticeExperiment>().WithMany().HasForeignKey(revision => revision.ExperimentId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(revision => revision.ChangedById).OnDelete(DeleteBehavior.Restrict);
    }
}
