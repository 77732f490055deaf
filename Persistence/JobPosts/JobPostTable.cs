using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jobs.Persistence;

internal sealed class JobPostTable : IEntityTypeConfiguration<JobPost>
{
    private const string IsOpen = "status = 'OPEN'";

    public void Configure(EntityTypeBuilder<JobPost> builder)
    {
        builder.ToTable("job_posts", table =>
        {
            CheckLife(table);
            CheckWage(table);
            CheckSchedule(table);
            table.CheckInKorea("latitude", "longitude");
            table.CheckInKorea("public_latitude", "public_longitude");
            table.Check("address", "char_length(address) BETWEEN 1 AND 300");
            table.Check("headcount", "headcount BETWEEN 1 AND 999");
            table.Check("minimum_age", "minimum_age IN (15, 18, 19)");
            table.CheckSpelling("origin", Enum.GetValues<RecordOrigin>());
            table.Check("import_key",
                "(import_source IS NULL) = (import_key IS NULL) AND (origin <> 'IMPORT' OR import_key IS NOT NULL)");
        });
        builder.Property(post => post.Version).IsConcurrencyToken();
        builder.HasOne<Employer>().WithMany().HasForeignKey(post => post.EmployerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<JobCategory>().WithMany().HasForeignKey(post => post.CategoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Neighborhood>().WithMany().HasForeignKey(post => post.NeighborhoodId).OnDelete(DeleteBehavior.Restrict);
        Index(builder);
    }

    // A draft may be half-written; whatever left that state says what the work is and what it pays.
    private static void CheckLife(TableBuilder<JobPost> table)
    {
        table.CheckSpelling("status", Enum.GetValues<JobPostStatus>());
        table.Check("title", "char_length(title) <= 300 AND (status = 'DRAFT' OR title <> '')");
        table.Check("description", "char_length(description) <= 20000");
        table.Check("published_at",
            "status IN ('DRAFT', 'UNDER_REVIEW', 'REMOVED') OR (published_at IS NOT NULL AND recommended_at IS NOT NULL)");
        table.Check("expires_at", "expires_at > published_at");
        table.Check("ended_at", "(status IN ('CLOSED', 'FILLED', 'EXPIRED', 'REMOVED')) = (ended_at IS NOT NULL)");
        table.Check("version", "version >= 1");
    }

    private static void CheckWage(TableBuilder<JobPost> table)
    {
        table.CheckSpelling("wage_type", Enum.GetValues<WageType>());
        table.Check("wage_amount", "wage_amount > 0 OR (wage_amount = 0 AND status = 'DRAFT')");
        table.Check("wage_amount_max", "wage_amount_max >= wage_amount");
        table.Check("hourly_equivalent", "hourly_equivalent IS NULL OR (hourly_equivalent >= 0 AND wage_type <> 'PER_TASK')");
    }

    private static void CheckSchedule(TableBuilder<JobPost> table)
    {
        table.CheckSpelling("length", Enum.GetValues<EngagementLength>());
        table.Check("days", "days BETWEEN 0 AND 127");
        table.Check("bands", "bands BETWEEN 0 AND 15");
        table.Check("ends_on", "ends_on >= starts_on");
        table.Check("start_minute", "start_minute BETWEEN 0 AND 1439");
        table.Check("end_minute", "end_minute BETWEEN 1 AND 1440 AND (start_minute IS NULL) = (end_minute IS NULL)");
        table.Check("break_minutes", """
            break_minutes >= 0 AND break_minutes < CASE WHEN end_minute > start_minute THEN end_minute - start_minute
            ELSE coalesce(end_minute + 1440 - start_minute, 1440) END
            """);
        table.Check("weekly_hours", "weekly_hours > 0 AND weekly_hours <= 168");
    }

    // One index for each order of the feed, and one of the urgent posts, which are few; the nearby ones hold all that a page
    // without other filters asks, so that only the posts that are shown are fetched from the table. Two more stand in the
    // migration alone, because EF has no words for an index on an expression: the orders WAGE and DEADLINE, whose unknown values
    // come last.
    private static void Index(EntityTypeBuilder<JobPost> builder)
    {
        builder.HasIndex(post => new { post.NeighborhoodId, post.PublishedAt, post.Id }, "ix_job_posts_newest_nearby")
            .IsDescending(false, true, true).HasFilter(IsOpen)
            .IncludeProperties(post => new { post.ExpiresAt, post.PublicLatitude, post.PublicLongitude });
        builder.HasIndex(post => new { post.NeighborhoodId, post.RecommendedAt, post.Id }, "ix_job_posts_recommended_nearby")
            .IsDescending(false, true, true).HasFilter(IsOpen)
            .IncludeProperties(post => new { post.PublishedAt, post.ExpiresAt, post.PublicLatitude, post.PublicLongitude });
        builder.HasIndex(post => new { post.NeighborhoodId, post.Id }, "ix_job_posts_urgent_nearby")
            .HasFilter($"{IsOpen} AND is_urgent")
            .IncludeProperties(post => new { post.ExpiresAt, post.PublicLatitude, post.PublicLongitude });
        builder.HasIndex(post => new { post.PublishedAt, post.Id }, "ix_job_posts_newest").IsDescending().HasFilter(IsOpen);
        builder.HasIndex(post => new { post.RecommendedAt, post.Id }, "ix_job_posts_recommended").IsDescending()
            .HasFilter(IsOpen);
        builder.HasIndex(post => post.SearchText, "ix_job_posts_search_text")
            .HasMethod("gin").HasOperators("gin_trgm_ops").HasFilter(IsOpen);
        builder.HasIndex(post => new { post.EmployerId, post.Id }).IsDescending(false, true);
        builder.HasIndex(post => new { post.ImportSource, post.ImportKey }).IsUnique();
    }
}
