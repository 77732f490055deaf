using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class ApplicationEventTable : IEntityTypeConfiguration<ApplicationEvent>
{
    public void Configure(EntityTypeBuilder<ApplicationEvent> builder)
    {
        builder.ToTable("application_events", table => table.CheckSpelling("status", Enum.GetValues<ApplicationStatus>()));
        builder.HasIndex(step => new { step.ApplicationId, step.Id });
        builder.HasOne(step => step.Application).WithMany().HasForeignKey(step => step.ApplicationId);
    }
}
