using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class TrustedDocumentUseTable : IEntityTypeConfiguration<TrustedDocumentUse>
{
    public void Configure(EntityTypeBuilder<TrustedDocumentUse> builder)
    {
        builder.ToTable("trusted_document_uses"); // No foreign key: documents may also be listed in files.
        builder.HasKey(use => use.DocumentId);
    }
}
