using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class VariantHourTable : IEntityTypeConfiguration<VariantHour>
{
    public void Configure(EntityTypeBuilder<VariantHour> builder)
    {
        builder.ToTable("variant_hours");
        builder.HasKey(count => new { count.ExperimentKey, count.VariantKey, count.Hour });
    }
}
