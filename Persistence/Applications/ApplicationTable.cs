using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class ApplicationTable : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.ToTable("applications");
        builder.Property(application => application.Version).IsConcurrencyToken();
        builder.Property(application => application.ApplicantExperiences)
            .HasColumnType("jsonb").HasConversion<ApplicantExperiencesConverter, ApplicantExperiencesComparer>();
        builder.HasOne<JobPost>().WithMany().HasForeignKey(application => application.JobPostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Employer>().WithMany().HasForeignKey(application => application.EmployerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(application => application.ApplicantId).OnDelete(DeleteBehavior.Restrict);
    }
}
