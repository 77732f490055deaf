using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class NoticeExperimentTable : IEntityTypeConfiguration<NoticeExperiment>
{
    public void Configure(EntityTypeBuilder<NoticeExperiment> builder)
    {
        builder.ToTable("notice_experiments", table =>
        {
            table.Check("key", "key ~ '^[a-z][a-z0-9_-]{1,50}$'");
            table.CheckSpelling("status", Enum.GetValues<ExperimentStatus>());
            table.CheckSpelling("audience", Enum.GetValues<ExperimentAudience>());
            table.CheckSpelling("placement", Enum.GetValues<NoticePlacement>());
            table.CheckSpelling("decision", Enum.GetValues<ExperimentDecision>());
            table.Check("life", """
                (status = 'DRAFT') = (started_at IS NULL) AND (status = 'FINISHED') = (ended_at IS NOT NULL)
                AND (started_at IS NULL) = (started_version IS NULL) AND (status = 'FINISHED' OR decision IS NULL)
                """);
            table.Check("traffic_percent", "traffic_percent BETWEEN 0 AND 100");
            table.Check("layer_from", "layer_from IS NULL OR (layer_from BETWEEN 0 AND 100 AND layer IS NOT NULL)");
            table.Check("expected_rate", "expected_rate BETWEEN 0 AND 1");
            table.Check("expected_effect", "expected_effect BETWEEN -1 AND 1");
            table.Check("planned", "planned_days BETWEEN 1 AND 365 AND planned_sample_size > 0");
            table.Check("version", "version >= 1");
        });
        builder.HasIndex(experiment => experiment.Key).IsUnique();
        builder.Property(experiment => experiment.Conditions).HasColumnType("jsonb");
        builder.Property(experiment => experiment.Variants)
            .HasColumnType("jsonb").HasConversion<NoticeVariantsConverter, ReplacedListComparer<NoticeVariant>>();
        builder.Property(experiment => experiment.Testers)
            .HasColumnType("jsonb").HasConversion<ExperimentTestersConverter, ReplacedListComparer<ExperimentTester>>();
        builder.Property(experiment => experiment.Version).IsConcurrencyToken();
    }
}
