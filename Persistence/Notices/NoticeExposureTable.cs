using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class NoticeExposureTable : IEntityTypeConfiguration<NoticeExposure>
{
    public void Configure(EntityTypeBuilder<NoticeExposure> builder)
    {
        builder.ToTable("notice_exposures");
        builder.HasKey(exposure => new
        {
            exposure.ExperimentId,
            exposure.ExperimentVersion,
            exposure.UserId,
            exposure.VariantKey,
        });
        builder.HasOne<NoticeExperiment>().WithMany().HasForeignKey(exposure => exposure.ExperimentId);
        builder.HasOne<User>().WithMany().HasForeignKey(exposure => exposure.UserId);
    }
}
