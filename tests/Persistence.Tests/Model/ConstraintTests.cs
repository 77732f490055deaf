using Jobs.Testing;
using Npgsql;

namespace Jobs.Persistence.Tests.Model;

/// <summary>What the tables refuse, whoever writes: one broken rule a line.</summary>
public sealed class ConstraintTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await using var db = JobsDb.CreateFactory(database.DataSource).CreateDbContext();
        if (db.JobPosts.Any()) return;
        var employer = await db.StoreAsync(Some.Employer());
        var post = await db.StoreAsync(Some.JobPost(employer.Id));
        var applicant = await db.StoreAsync(Some.User("1"));
        await db.StoreAsync(Some.Application(post, applicant));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("job_posts", "status = 'GONE'", "status")]
    [InlineData("job_posts", "status = 'CLOSED'", "ended_at")]
    [InlineData("job_posts", "ended_at = now()", "ended_at")]
    [InlineData("job_posts", "published_at = NULL", "published_at")]
    [InlineData("job_posts", "recommended_at = NULL", "published_at")]
    [InlineData("job_posts", "expires_at = published_at", "expires_at")]
    [InlineData("job_posts", "title = ''", "title")]
    [InlineData("job_posts", "title = repeat('가', 301)", "title")]
    [InlineData("job_posts", "wage_type = 'MINUTELY'", "wage_type")]
    [InlineData("job_posts", "wage_amount = 0", "wage_amount")]
    [InlineData("job_posts", "wage_amount = -1", "wage_amount")]
    [InlineData("job_posts", "wage_amount_max = wage_amount - 1", "wage_amount_max")]
    [InlineData("job_posts", "wage_type = 'PER_TASK'", "hourly_equivalent")]
    [InlineData("job_posts", "hourly_equivalent = -1", "hourly_equivalent")]
    [InlineData("job_posts", "length = 'FOREVER'", "length")]
    [InlineData("job_posts", "days = 128", "days")]
    [InlineData("job_posts", "bands = 16", "bands")]
    [InlineData("job_posts", "starts_on = '2026-02-02', ends_on = '2026-02-01'", "ends_on")]
    [InlineData("job_posts", "start_minute = 1440", "start_minute")]
    [InlineData("job_posts", "end_minute = 0", "end_minute")]
    [InlineData("job_posts", "end_minute = 1441", "end_minute")]
    [InlineData("job_posts", "start_minute = NULL", "end_minute")]
    [InlineData("job_posts", "break_minutes = 540", "break_minutes")]
    [InlineData("job_posts", "start_minute = 1380, end_minute = 60, break_minutes = 120", "break_minutes")]
    [InlineData("job_posts", "break_minutes = -1", "break_minutes")]
    [InlineData("job_posts", "weekly_hours = 169", "weekly_hours")]
    [InlineData("job_posts", "headcount = 0", "headcount")]
    [InlineData("job_posts", "minimum_age = 16", "minimum_age")]
    [InlineData("job_posts", "latitude = 127, longitude = 37", "latitude")]
    [InlineData("job_posts", "public_latitude = 40", "public_latitude")]
    [InlineData("job_posts", "address = ''", "address")]
    [InlineData("job_posts", "version = 0", "version")]
    [InlineData("job_posts", "origin = 'ELSEWHERE'", "origin")]
    [InlineData("job_posts", "origin = 'IMPORT'", "import_key")]
    [InlineData("job_posts", "import_source = 'file'", "import_key")]
    [InlineData("applications", "status = 'GHOSTED', read_at = submitted_at", "status")]
    [InlineData("applications", "status = 'READ'", "read_at")]
    [InlineData("applications", "read_at = submitted_at", "read_at")]
    [InlineData("applications", "status = 'READ', read_at = submitted_at - interval '1 second'", "read_at")]
    [InlineData("applications", "status = 'ACCEPTED', read_at = submitted_at", "decided_at")]
    [InlineData("applications", "status = 'WITHDRAWN'", "decided_at")]
    [InlineData("applications", "decided_at = submitted_at", "decided_at")]
    [InlineData("applications", "version = 0", "version")]
    [InlineData("applications", "applicant_distance_meters = -1", "applicant_distance_meters")]
    [InlineData("applications", "applicant_experiences = '{}'", "applicant_experiences")]
    [InlineData("employers", "kind = 'SHOP'", "kind")]
    [InlineData("employers", "display_name = ''", "display_name")]
    [InlineData("employers", "verification_level = 'PERSON'", "verified_at")]
    [InlineData("users", "subject = ''", "subject")]
    [InlineData("users", "available_days = -1", "available_days")]
    [InlineData("users", "available_bands = 16", "available_bands")]
    [InlineData("neighborhoods", "code = '123'", "code")]
    [InlineData("neighborhoods", "parent_id = NULL", "parent_id")]
    [InlineData("job_categories", "minimum_age = 20", "minimum_age")]
    [InlineData("minimum_wages", "monthly = hourly * 208", "hourly")]
    public async Task A_broken_rule_is_refused_by_its_constraint(string table, string change, string rule)
    {
        await using var command = database.DataSource.CreateCommand($"UPDATE {table} SET {change}");
        var refused = await Assert.ThrowsAsync<PostgresException>(
            () => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal((PostgresErrorCodes.CheckViolation, $"ck_{table}_{rule}"), (refused.SqlState, refused.ConstraintName));
    }

    [Theory]
    [InlineData("status = 'DRAFT', title = '', wage_amount = 0, hourly_equivalent = NULL")]
    [InlineData("status = 'DRAFT', published_at = NULL, recommended_at = NULL")]
    [InlineData("wage_type = 'PER_TASK', hourly_equivalent = NULL")]
    [InlineData("start_minute = NULL, end_minute = NULL, break_minutes = NULL")]
    [InlineData("start_minute = 600, end_minute = 600, break_minutes = 60")]
    [InlineData("start_minute = 1080, end_minute = 1440, break_minutes = 0")]
    [InlineData("status = 'FILLED', ended_at = now()")]
    [InlineData("origin = 'IMPORT', import_source = 'file', import_key = 'key'")]
    public async Task What_the_rules_allow_is_stored(string change)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"UPDATE job_posts SET {change}", connection, transaction);
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
    }
}
