using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class ApplicationAnswerTable : IEntityTypeConfiguration<ApplicationAnswer>
{
    public void Configure(EntityTypeBuilder<ApplicationAnswer> builder)
    {
        builder.ToTable("application_answers", table => table.Check("position", "position BETWEEN 0 AND 4"));
        builder.HasKey(answer => new { answer.ApplicationId, answer.Position });
        builder.HasOne(answer => answer.Application).WithMany().HasForeignKey(answer => answer.ApplicationId);
    }
}
