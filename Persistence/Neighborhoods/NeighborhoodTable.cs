using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class NeighborhoodTable : IEntityTypeConfiguration<Neighborhood>
{
    public void Configure(EntityTypeBuilder<Neighborhood> builder)
    {
        builder.ToTable("neighborhoods");
        builder.Property(neighborhood => neighborhood.Id).ValueGeneratedNever();
        builder.HasIndex(neighborhood => neighborhood.Code).IsUnique();
        builder.HasOne<Neighborhood>().WithMany().HasForeignKey(neighborhood => neighborhood.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}
