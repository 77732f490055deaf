using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class UserTable : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users", table =>
        {
            table.Check("subject", "issuer <> '' AND subject <> ''");
            table.Check("display_name", "char_length(display_name) BETWEEN 1 AND 200");
            table.Check("available_days", "available_days BETWEEN 0 AND 127");
            table.Check("available_bands", "available_bands BETWEEN 0 AND 15");
            table.Check("version", "version >= 1");
        });
        builder.HasIndex(user => new { user.Issuer, user.Subject }).IsUnique();
        builder.HasIndex(user => user.AnalyticsId).IsUnique();
        builder.Property(user => user.AnalyticsId).HasDefaultValueSql("gen_random_uuid()");
        builder.Property(user => user.Version).IsConcurrencyToken();
    }
}
