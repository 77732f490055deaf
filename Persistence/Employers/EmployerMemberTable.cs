using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class EmployerMemberTable : IEntityTypeConfiguration<EmployerMember>
{
    public void Configure(EntityTypeBuilder<EmployerMember> builder)
    {
        builder.ToTable("employer_members");
        builder.HasKey(member => new { member.EmployerId, member.UserId });
        builder.HasIndex(member => member.UserId);
        builder.HasOne(member => member.Employer).WithMany().HasForeignKey(member => member.EmployerId);
        builder.HasOne(member => member.User).WithMany().HasForeignKey(member => member.UserId);
    }
}
