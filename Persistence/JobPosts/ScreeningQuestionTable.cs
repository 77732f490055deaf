using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class ScreeningQuestionTable : IEntityTypeConfiguration<ScreeningQuestion>
{
    public void Configure(EntityTypeBuilder<ScreeningQuestion> builder)
    {
        builder.ToTable("screening_questions", table =>
        {
            table.Check("position", "position BETWEEN 0 AND 4");
            table.Check("text", "char_length(text) BETWEEN 1 AND 500");
        });
        builder.HasIndex(question => new { question.JobPostId, question.Position }).IsUnique();
        builder.HasOne(question => question.JobPost).WithMany().HasForeignKey(question => question.JobPostId);
    }
}
