using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class KnownErrorMinuteTable : IEntityTypeConfiguration<KnownErrorMinute>
{
    public void Configure(EntityTypeBuilder<KnownErrorMinute> builder)
    {
        builder.ToTable("known_error_minutes");
        builder.HasKey(count => new { count.ErrorId, count.Minute });
        builder.HasOne<KnownError>().WithMany().HasForeignKey(count => count.ErrorId).OnDelete(DeleteBehavior.Cascade);
    }
}
