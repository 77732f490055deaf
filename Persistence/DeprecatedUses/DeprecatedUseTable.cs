using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class DeprecatedUseTable : IEntityTypeConfiguration<DeprecatedUse>
{
    public void Configure(EntityTypeBuilder<DeprecatedUse> builder)
    {
        builder.ToTable("deprecated_uses"); // Every instance adds to the same rows.
        builder.HasKey(use => new { use.Day, use.Coordinate, use.ClientName, use.ClientVersion });
    }
}
