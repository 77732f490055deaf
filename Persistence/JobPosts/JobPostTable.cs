using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class JobPostTable : IEntityTypeConfiguration<JobPost>
{
    public void Configure(EntityTypeBuilder<JobPost> builder)
    {
        builder.ToTable("job_posts");
        builder.Property(post => post.Version).IsConcurrencyToken();
        builder.HasOne<Employer>().WithMany().HasForeignKey(post => post.EmployerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<JobCategory>().WithMany().HasForeignKey(post => post.CategoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Neighborhood>().WithMany().HasForeignKey(post => post.NeighborhoodId).OnDelete(DeleteBehavior.Restrict);
    }
}
