using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class ServedRevisionTable : IEntityTypeConfiguration<ServedRevision>
{
    public void Configure(EntityTypeBuilder<ServedRevision> builder)
    {
        builder.ToTable("served_revision", table => table.Check("id", "id = 1"));
        builder.Property(row => row.Id).ValueGeneratedNever();
    }
}
