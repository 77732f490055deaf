using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class NeighborhoodTable : IEntityTypeConfiguration<Neighborhood>
{
    public void Configure(EntityTypeBuilder<Neighborhood> builder)
    {
        builder.ToTable("neighborhoods", table =>
        {
            table.Check("code", "code ~ '^[0-9]{10}$' AND id = code::bigint");
            table.CheckSpelling("level", Enum.GetValues<NeighborhoodLevel>());
            table.Check("parent_id", "(level = 'SIDO') = (parent_id IS NULL)");
            table.CheckInKorea("latitude", "longitude");
        });
        builder.Property(neighborhood => neighborhood.Id).ValueGeneratedNever();
        builder.HasIndex(neighborhood => neighborhood.Code).IsUnique();
        builder.HasOne<Neighborhood>().WithMany().HasForeignKey(neighborhood => neighborhood.ParentId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
