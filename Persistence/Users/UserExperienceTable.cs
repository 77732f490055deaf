using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class UserExperienceTable : IEntityTypeConfiguration<UserExperience>
{
    public void Configure(EntityTypeBuilder<UserExperience> builder)
    {
        builder.ToTable("user_experiences", table =>
        {
            table.Check("position", "position BETWEEN 0 AND 49");
            table.Check("title", "char_length(title) BETWEEN 1 AND 200");
            table.Check("months", "months >= 0");
        });
        builder.HasKey(experience => new { experience.UserId, experience.Position });
        builder.HasOne(experience => experience.User).WithMany().HasForeignKey(experience => experience.UserId);
        builder.HasOne<JobCategory>().WithMany().HasForeignKey(experience => experience.CategoryId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
