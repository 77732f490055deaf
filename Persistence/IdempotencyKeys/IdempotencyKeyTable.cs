using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class IdempotencyKeyTable : IEntityTypeConfiguration<IdempotencyKey>
{
    public void Configure(EntityTypeBuilder<IdempotencyKey> builder)
    {
        builder.ToTable("idempotency_keys", table => table.Check("key", "char_length(key) BETWEEN 1 AND 200"));
        builder.HasKey(key => new { key.UserId, key.Operation, key.Key });
        builder.HasIndex(key => key.CreatedAt);
        builder.HasOne<User>().WithMany().HasForeignKey(key => key.UserId);
    }
}
