using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class KnownErrorTable : IEntityTypeConfiguration<KnownError>
{
    public void Configure(EntityTypeBuilder<KnownError> builder)
    {
        builder.ToTable("known_errors", table =>
        {
            table.Check("id", "id ~ '^[0-9a-f]{32}$'");
            table.CheckSpelling("source", Enum.GetValues<ErrorSource>());
            table.CheckSpelling("level", Enum.GetValues<TriageLevel>());
            table.CheckSpelling("action", Enum.GetValues<TriageAction>());
            table.CheckSpelling("override_level", Enum.GetValues<TriageLevel>());
            table.Check("override", "(override_level IS NULL) = (override_until IS NULL) AND char_length(override_note) <= 1000");
        });
        builder.HasKey(error => error.Id);
        builder.HasOne<User>().WithMany().HasForeignKey(error => error.OverrideById).OnDelete(DeleteBehavior.SetNull);
    }
}
