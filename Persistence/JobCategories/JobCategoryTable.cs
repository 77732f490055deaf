using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class JobCategoryTable : IEntityTypeConfiguration<JobCategory>
{
    public void Configure(EntityTypeBuilder<JobCategory> builder)
    {
        builder.ToTable("job_categories");
        builder.Property(category => category.Id).ValueGeneratedNever();
        builder.HasIndex(category => category.Key).IsUnique();
        builder.Ignore(category => category.IsAdultOnly);
    }
}
