using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class KnownErrorHourTable : IEntityTypeConfiguration<KnownErrorHour>
{
    public void Configure(EntityTypeBuilder<KnownErrorHour> builder)
    {
        builder.ToTable("known_error_hours");
        builder.HasKey(count => new { count.ErrorId, count.Hour });
        builder.HasOne<KnownError>().WithMany().HasForeignKey(count => count.ErrorId).OnDelete(DeleteBehavior.Cascade);
    }
}
