using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class EmployerTable : IEntityTypeConfiguration<Employer>
{
    public void Configure(EntityTypeBuilder<Employer> builder)
    {
        builder.ToTable("employers", table =>
        {
            table.Check("display_name", "char_length(display_name) BETWEEN 1 AND 200");
            table.CheckSpelling("kind", Enum.GetValues<EmployerKind>());
            table.CheckSpelling("verification_level", Enum.GetValues<VerificationLevel>());
            table.Check("verified_at", "(verification_level = 'NONE') = (verified_at IS NULL)");
            table.CheckSpelling("origin", Enum.GetValues<RecordOrigin>());
        });
        // An imported employer is known by its name alone; two imports at once must not make two of it.
        builder.HasIndex(employer => employer.DisplayName, "ux_employers_imported").IsUnique().HasFilter("origin = 'IMPORT'");
        builder.HasOne<Neighborhood>().WithMany().HasForeignKey(employer => employer.NeighborhoodId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
