using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class EmployerTable : IEntityTypeConfiguration<Employer>
{
    public void Configure(EntityTypeBuilder<Employer> builder)
    {
        builder.ToTable("employers");
        builder.HasOne<Neighborhood>().WithMany().HasForeignKey(employer => employer.NeighborhoodId).OnDelete(DeleteBehavior.Restrict);
    }
}
