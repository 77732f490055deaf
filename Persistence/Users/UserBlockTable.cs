using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class UserBlockTable : IEntityTypeConfiguration<UserBlock>
{
    public void Configure(EntityTypeBuilder<UserBlock> builder)
    {
        builder.ToTable("user_blocks", table => table.Check("blocked_id", "blocked_id <> blocker_id"));
        builder.HasKey(block => new { block.BlockerId, block.BlockedId });
        builder.HasIndex(block => block.BlockedId);
        builder.HasOne<User>().WithMany().HasForeignKey(block => block.BlockerId);
        builder.HasOne<User>().WithMany().HasForeignKey(block => block.BlockedId);
    }
}
