using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class KnownErrorViewerTable : IEntityTypeConfiguration<KnownErrorViewer>
{
    public void Configure(EntityTypeBuilder<KnownErrorViewer> builder)
    {
        builder.ToTable("known_error_viewers");
        builder.HasKey(viewer => new { viewer.ErrorId, viewer.Viewer });
        builder.HasOne<KnownError>().WithMany().HasForeignKey(viewer => viewer.ErrorId).OnDelete(DeleteBehavior.Cascade);
    }
}
