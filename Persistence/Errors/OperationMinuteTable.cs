using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class OperationMinuteTable : IEntityTypeConfiguration<OperationMinute>
{
    public void Configure(EntityTypeBuilder<OperationMinute> builder)
    {
        builder.ToTable("operation_minutes");
        builder.HasKey(count => new { count.Operation, count.Minute });
    }
}
