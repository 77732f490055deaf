using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class KnownErrorOverrideTable : IEntityTypeConfiguration<KnownErrorOverride>
{
    public void Configure(EntityTypeBuilder<KnownErrorOverride> builder)
    {
        builder.ToTable("known_error_overrides", table =>
        {
            table.CheckSpelling("level", Enum.GetValues<TriageLevel>());
            table.Check("until", "(level IS NULL) = (until IS NULL)");
            table.Check("note", "char_length(note) <= 1000");
        });
        builder.HasKey(step => new { step.ErrorId, step.Version });
        builder.HasOne<KnownError>().WithMany().HasForeignKey(step => step.ErrorId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<User>().WithMany().HasForeignKey(step => step.ChangedById).OnDelete(DeleteBehavior.SetNull);
    }
}
