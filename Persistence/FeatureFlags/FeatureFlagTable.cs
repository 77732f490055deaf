using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class FeatureFlagTable : IEntityTypeConfiguration<FeatureFlag>
{
    public void Configure(EntityTypeBuilder<FeatureFlag> builder)
    {
        builder.ToTable("feature_flags", table =>
        {
            // Experiments are evaluated as flags of their own, under names that begin so.
            table.Check("key", "key ~ '^[a-z][a-z0-9_-]{1,62}$' AND key NOT LIKE 'experiment-%'");
            table.Check("description", "char_length(description) <= 500");
            table.Check("definition", "jsonb_typeof(definition) = 'object'");
            table.Check("version", "version >= 1");
        });
        builder.HasKey(flag => flag.Key);
        builder.Property(flag => flag.Definition).HasColumnType("jsonb");
        builder.Property(flag => flag.Version).IsConcurrencyToken();
    }
}
