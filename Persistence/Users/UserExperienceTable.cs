using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class UserExperienceTable : IEntityTypeConfiguration<UserExperience>
{
    public void Configure(EntityTypeBuilder<UserExperience> builder)
    {
        builder.ToTable("user_experiences");
        builder.HasKey(experience => new { experience.UserId, experience.Position });
        builder.HasOne(experience => experience.User).WithMany().HasForeignKey(experience => experience.UserId);
        builder.HasOne<JobCategory>().WithMany().HasForeignKey(experience => experience.CategoryId).OnDelete(DeleteBehavior.Restrict);
    }
}
