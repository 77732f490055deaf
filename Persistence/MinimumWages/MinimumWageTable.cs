using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class MinimumWageTable : IEntityTypeConfiguration<MinimumWage>
{
    public void Configure(EntityTypeBuilder<MinimumWage> builder)
    {
        builder.ToTable("minimum_wages", table =>
        {
            table.Check("effective_to", "effective_to > effective_from");
            table.Check("hourly", "hourly > 0 AND monthly = hourly * 209");
        });
        builder.HasKey(wage => wage.EffectiveFrom);
    }
}
