using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class UserNeighborhoodTable : IEntityTypeConfiguration<UserNeighborhood>
{
    public void Configure(EntityTypeBuilder<UserNeighborhood> builder)
    {
        builder.ToTable("user_neighborhoods", table => table.Check("position", "position IN (0, 1)"));
        builder.HasKey(place => new { place.UserId, place.Position });
        builder.HasIndex(place => new { place.UserId, place.NeighborhoodId }).IsUnique();
        builder.HasOne(place => place.User).WithMany().HasForeignKey(place => place.UserId);
        builder.HasOne<Neighborhood>().WithMany().HasForeignKey(place => place.NeighborhoodId).OnDelete(DeleteBehavior.Restrict);
    }
}
