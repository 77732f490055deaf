using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class JobCategoryTable : IEntityTypeConfiguration<JobCategory>
{
    public void Configure(EntityTypeBuilder<JobCategory> builder)
    {
        builder.ToTable("job_categories", table =>
        {
            table.Check("key", "key ~ '^[a-z]+(_[a-z]+)*$'");
            table.Check("minimum_age", "minimum_age IN (15, 18, 19)");
        });
        builder.Property(category => category.Id).ValueGeneratedNever();
        builder.HasIndex(category => category.Key).IsUnique();
    }
}
