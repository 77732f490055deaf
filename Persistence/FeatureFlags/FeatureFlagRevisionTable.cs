using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class FeatureFlagRevisionTable : IEntityTypeConfiguration<FeatureFlagRevision>
{
    public void Configure(EntityTypeBuilder<FeatureFlagRevision> builder)
    {
        builder.ToTable("feature_flag_revisions", table => table.Check("note", "char_length(note) <= 1000"));
        builder.HasKey(revision => new { revision.FlagKey, revision.Version });
        builder.Property(revision => revision.Definition).HasColumnType("jsonb");
        builder.HasOne<FeatureFlag>().WithMany().HasForeignKey(revision => revision.FlagKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(revision => revision.ChangedById).OnDelete(DeleteBehavior.Restrict);
    }
}
