using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class NoticeSigningKeyTable : IEntityTypeConfiguration<NoticeSigningKey>
{
    public void Configure(EntityTypeBuilder<NoticeSigningKey> builder)
    {
        builder.ToTable("notice_signing_key", table =>
        {
            table.Check("id", "id = 1");
            table.Check("secret", "octet_length(secret) = 32");
        });
        builder.Property(key => key.Id).ValueGeneratedNever();
    }
}
