using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class CookieKeyTable : IEntityTypeConfiguration<CookieKey>
{
    public void Configure(EntityTypeBuilder<CookieKey> builder)
    {
        builder.ToTable("cookie_keys");
        builder.HasKey(key => key.Name);
    }
}
