using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class SavedJobPostTable : IEntityTypeConfiguration<SavedJobPost>
{
    public void Configure(EntityTypeBuilder<SavedJobPost> builder)
    {
        builder.ToTable("saved_job_posts");
        builder.HasKey(saved => new { saved.UserId, saved.JobPostId });
        builder.HasIndex(saved => new { saved.UserId, saved.SavedAt, saved.JobPostId }).IsDescending(false, true, true);
        builder.HasIndex(saved => saved.JobPostId);
        builder.HasOne<User>().WithMany().HasForeignKey(saved => saved.UserId);
        builder.HasOne<JobPost>().WithMany().HasForeignKey(saved => saved.JobPostId);
    }
}
