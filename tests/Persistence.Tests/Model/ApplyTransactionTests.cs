using Jobs.Persistence.Embedded;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jobs.Persistence.Tests.Model;

/// <summary>Over connections as the service has them, which nobody resets.</summary>
public sealed class ApplyTransactionTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_not_stored_holds_nothing_back_afterwards()
    {
        var (user, post) = await FillAsync();
        await using var opened = await OpenAsync();
        await using (var transaction = await opened.Applying.BeginAsync(Question(user, post), Cancellation))
        {
            Assert.Equal(post.Id, transaction.Post!.JobPost.Id);
            await Assert.ThrowsAsync<PostgresException>(() => LockBothAsync(user, post));
        }
        await LockBothAsync(user, post);
    }

    [Fact]
    public async Task What_was_stored_is_there_and_holds_nothing_back_either()
    {
        var (user, post) = await FillAsync();
        await using var opened = await OpenAsync();
        await using var transaction = await opened.Applying.BeginAsync(Question(user, post), Cancellation);
        var id = await transaction.StoreAsync(
            Some.Application(post, user), [("왜요?", "그냥요"), ("언제?", "내일")], Cancellation);
        await LockBothAsync(user, post);
        await using var db = JobsDb.CreateFactory(database.DataSource).CreateDbContext();
        Assert.Equal(user.Id, (await db.Applications.SingleAsync(application => application.Id == id, Cancellation)).ApplicantId);
        Assert.Equal([("왜요?", "그냥요"), ("언제?", "내일")], (await db.ApplicationAnswers
            .Where(answer => answer.ApplicationId == id).OrderBy(answer => answer.Position).ToListAsync(Cancellation))
            .Select(answer => (answer.Question, answer.Answer)));
        Assert.True((await db.ApplicationEvents.SingleAsync(happened => happened.ApplicationId == id, Cancellation)).ByApplicant);
    }

    [Fact]
    public async Task Who_applies_while_all_connections_are_taken_waits_for_one()
    {
        var (user, post) = await FillAsync();
        await using var opened = await OpenAsync(";Application Name=crowd");
        async Task<long?> ApplyAsync()
        {
            await using var transaction = await opened.Applying.BeginAsync(Question(user, post), Cancellation);
            return transaction.Post?.JobPost.Id;
        }

        var found = await Task.WhenAll(Enumerable.Range(0, 5 * Applying.AtOnce).Select(_ => ApplyAsync()));
        Assert.All(found, id => Assert.Equal(post.Id, id));
        await using var count = opened.DataSource.CreateCommand("""
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'crowd' AND pid <> pg_backend_pid()
            """);
        Assert.InRange((long)(await count.ExecuteScalarAsync(Cancellation))!, 1, Applying.AtOnce);
    }

    private static ApplyQuestion Question(User user, JobPost post) =>
        new(user.Id, post.Id, JobPostParts.Whole, "Apply", IdempotencyKey: null, PerDayMax: 50, Some.Now);

    private Task<JobsDatabase> OpenAsync(string more = "") => JobsDatabase.OpenAsync(
        database.ConnectionString + more, new EmbeddedPostgresOptions { DataFolder = "", Report = _ => { } }, Cancellation);

    private async Task<(User User, JobPost Post)> FillAsync()
    {
        await using var db = JobsDb.CreateFactory(database.DataSource).CreateDbContext();
        var employer = await db.StoreAsync(Some.Employer());
        return (await db.StoreAsync(Some.User(Guid.NewGuid().ToString())), await db.StoreAsync(Some.JobPost(employer.Id)));
    }

    /// <exception cref="PostgresException">Somebody holds one of them.</exception>
    private async Task LockBothAsync(User user, JobPost post)
    {
        await using var command = database.DataSource.CreateCommand($"""
            SELECT FROM users, job_posts WHERE users.id = {user.Id} AND job_posts.id = {post.Id} FOR UPDATE NOWAIT
            """);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
