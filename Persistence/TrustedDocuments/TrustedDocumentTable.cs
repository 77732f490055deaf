using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class TrustedDocumentTable : IEntityTypeConfiguration<TrustedDocument>
{
    public void Configure(EntityTypeBuilder<TrustedDocument> builder)
    {
        builder.ToTable("trusted_documents", table =>
            table.Check("id", $"char_length(id) BETWEEN 1 AND {TrustedDocument.IdLengthMax}"));
        builder.HasKey(document => document.Id);
        builder.Property(document => document.Revision).UseIdentityByDefaultColumn();
        builder.HasIndex(document => document.Revision).IsUnique();
    }
}
