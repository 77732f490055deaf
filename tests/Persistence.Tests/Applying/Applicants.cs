using Jobs.Persistence.Embedded;
using Jobs.Persistence.Tests.Model;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jobs.Persistence.Tests.Applying;

/// <summary>People who apply over connections as the service has them.</summary>
internal sealed class Applicants(TestDatabase database, JobsDatabase opened) : IAsyncDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Persistence.Applying Applying => opened.Applying;

    public static async Task<Applicants> OpenAsync(TestDatabase database, string more = "") => new(
        database, await JobsDatabase.OpenAsync(
            database.ConnectionString + more, new EmbeddedPostgresOptions { DataFolder = "", Report = _ => { } }, Cancellation));

    /// <summary>One of those that the service has for everything else.</summary>
    public Task<NpgsqlConnection> OpenConnectionAsync() => opened.DataSource.OpenConnectionAsync(Cancellation).AsTask();

    public async Task<User> PersonAsync()
    {
        await using var db = database.DbFactory.CreateDbContext();
        return await db.StoreAsync(Some.User(Guid.NewGuid().ToString()));
    }

    public Task<User[]> PeopleAsync(int count) => Task.WhenAll(Enumerable.Range(0, count).Select(_ => PersonAsync()));

    public async Task<JobPost> PostAsync()
    {
        await using var db = database.DbFactory.CreateDbContext();
        return await db.StoreAsync(Some.JobPost((await db.StoreAsync(Some.Employer())).Id));
    }

    public async Task<long?> ApplyAsync(
        User person, JobPost post, string? message = null, CancellationToken? cancellationToken = null)
    {
        var question = Question(person, post);
        var facts = await Applying.AskAsync(question, Cancellation);
        return await StoreAsync(question, facts, person, message, cancellationToken ?? Cancellation);
    }

    public Task<long?> StoreAsync(
        ApplyQuestion question, ApplyFacts facts, User person, string? message = null,
        CancellationToken? cancellationToken = null) =>
        Applying.StoreAsync(
            question, facts.Post!, Some.Application(facts.Post!.JobPost, person, message: message),
            [("왜요?", "그냥요"), ("언제?", "내일")], cancellationToken ?? Cancellation);

    public static ApplyQuestion Question(User person, JobPost post) => new(
        person.Id, post.Id, JobPostParts.Whole, "Apply", IdempotencyKey: null, PerDayMax: 50, Some.Now);

    /// <summary>How many applications the post has.</summary>
    public async Task<int> CountAsync(JobPost post)
    {
        await using var db = database.DbFactory.CreateDbContext();
        return await db.Applications.CountAsync(application => application.JobPostId == post.Id, Cancellation);
    }

    /// <summary>A transaction in which the statement was run, and that has not ended.</summary>
    public Task<OpenTransaction> BeginAsync(string statement) => OpenTransaction.BeginAsync(database.DataSource, statement);

    public async Task ExecuteAsync(string statement)
    {
        await using var command = database.DataSource.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    public async Task<long> NumberAsync(string query)
    {
        await using var command = database.DataSource.CreateCommand(query);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    /// <summary>
    /// Ends when so many transactions wait for a row that another one holds, and have for longer than those do that share theirs.
    /// </summary>
    public async Task UntilWaitingAsync(int transactions)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await NumberAsync("""
            SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
                AND query_start < clock_timestamp() - interval '100 milliseconds'
            """) != transactions)
            deadline.Token.ThrowIfCancellationRequested();
    }

    public ValueTask DisposeAsync() => opened.DisposeAsync();
}
