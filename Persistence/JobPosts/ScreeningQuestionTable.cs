using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class ScreeningQuestionTable : IEntityTypeConfiguration<ScreeningQuestion>
{
    public void Configure(EntityTypeBuilder<ScreeningQuestion> builder)
    {
        builder.ToTable("screening_questions");
        builder.HasOne(question => question.JobPost).WithMany().HasForeignKey(question => question.JobPostId);
    }
}
