using Jobs.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jobs.Persistence.Tests.Applying;

public sealed class ApplyingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_asked_holds_nothing_back()
    {
        await using var applicants = await Applicants.OpenAsync(database);
        var (person, post) = (await applicants.PersonAsync(), await applicants.PostAsync());
        var facts = await applicants.Applying.AskAsync(Applicants.Question(person, post), Cancellation);
        Assert.Equal(post.Id, facts.Post!.JobPost.Id);
        await LockBothAsync(person, post);
    }

    [Fact]
    public async Task What_was_stored_is_there_and_holds_nothing_back_either()
    {
        await using var applicants = await Applicants.OpenAsync(database);
        var (person, post) = (await applicants.PersonAsync(), await applicants.PostAsync());
        var id = await applicants.ApplyAsync(person, post);
        await LockBothAsync(person, post);
        await using var db = database.DbFactory.CreateDbContext();
        Assert.Equal(person.Id, (await db.Applications.SingleAsync(stored => stored.Id == id, Cancellation)).ApplicantId);
        Assert.Equal([("왜요?", "그냥요"), ("언제?", "내일")], (await db.ApplicationAnswers
            .Where(answer => answer.ApplicationId == id).OrderBy(answer => answer.Position).ToListAsync(Cancellation))
            .Select(answer => (answer.Question, answer.Answer)));
        Assert.True((await db.ApplicationEvents.SingleAsync(happened => happened.ApplicationId == id, Cancellation)).ByApplicant);
    }

    [Fact]
    public async Task A_post_that_changed_since_takes_no_application_until_it_is_asked_again()
    {
        await using var applicants = await Applicants.OpenAsync(database);
        var (person, post) = (await applicants.PersonAsync(), await applicants.PostAsync());
        var question = Applicants.Question(person, post);
        var facts = await applicants.Applying.AskAsync(question, Cancellation);
        await applicants.ExecuteAsync($"UPDATE job_posts SET minimum_age = 19 WHERE id = {post.Id}");
        Assert.Null(await applicants.StoreAsync(question, facts, person));
        Assert.Equal(0, await applicants.CountAsync(post));
        facts = await applicants.Applying.AskAsync(question, Cancellation);
        Assert.Equal(19, facts.Post!.JobPost.MinimumAge);
        Assert.NotNull(await applicants.StoreAsync(question, facts, person));
    }

    [Fact]
    public async Task A_profile_that_changed_since_is_not_shown_as_it_was()
    {
        await using var applicants = await Applicants.OpenAsync(database);
        var (person, post) = (await applicants.PersonAsync(), await applicants.PostAsync());
        var question = Applicants.Question(person, post);
        var facts = await applicants.Applying.AskAsync(question, Cancellation);
        await applicants.ExecuteAsync($"UPDATE users SET introduction = '성실해요' WHERE id = {person.Id}");
        Assert.Null(await applicants.StoreAsync(question, facts, person));
        facts = await applicants.Applying.AskAsync(question, Cancellation);
        Assert.Equal("성실해요", facts.Post!.Applicant.Introduction);
        Assert.NotNull(await applicants.StoreAsync(question, facts, person));
    }

    [Fact]
    public async Task Who_applies_while_the_post_is_being_closed_waits_and_is_not_stored()
    {
        await using var applicants = await Applicants.OpenAsync(database);
        var (person, post) = (await applicants.PersonAsync(), await applicants.PostAsync());
        await using var closing = await applicants.BeginAsync(
            $"UPDATE job_posts SET status = 'CLOSED', ended_at = now() WHERE id = {post.Id}");
        var stored = applicants.ApplyAsync(person, post);
        await applicants.UntilWaitingAsync(1);
        await closing.CommitAsync();
        Assert.Null(await stored);
        Assert.Equal(0, await applicants.CountAsync(post));
    }

    [Fact]
    public async Task Who_applied_since_is_not_stored_again_and_learns_of_the_first_one()
    {
        await using var applicants = await Applicants.OpenAsync(database);
        var (person, post) = (await applicants.PersonAsync(), await applicants.PostAsync());
        var question = Applicants.Question(person, post);
        var facts = await applicants.Applying.AskAsync(question, Cancellation);
        var stored = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => applicants.StoreAsync(question, facts, person)));
        var first = Assert.Single(stored, id => id is not null);
        Assert.Equal(first, (await applicants.Applying.AskAsync(question, Cancellation)).Post!.LiveApplicationId);
    }

    [Fact]
    public async Task No_more_are_stored_than_a_day_may_have_however_many_come_at_once()
    {
        await using var applicants = await Applicants.OpenAsync(database);
        var person = await applicants.PersonAsync();
        var posts = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => applicants.PostAsync()));
        var asked = await Task.WhenAll(posts.Select(async post =>
        {
            var question = Applicants.Question(person, post) with { PerDayMax = 5 };
            return (question, facts: await applicants.Applying.AskAsync(question, Cancellation));
        }));
        var stored = await Task.WhenAll(asked.Select(one => applicants.StoreAsync(one.question, one.facts, person)));
        Assert.Equal(5, stored.Count(id => id is not null));
        var after = await applicants.Applying.AskAsync(asked[0].question, Cancellation);
        Assert.NotNull(after.Post!.LimitReachedSince);
    }

    [Fact]
    public async Task Who_applies_somewhere_else_meanwhile_waits_for_that_and_has_it_counted()
    {
        await using var applicants = await Applicants.OpenAsync(database);
        var (person, post, other) = (await applicants.PersonAsync(), await applicants.PostAsync(), await applicants.PostAsync());
        var question = Applicants.Question(person, post) with { PerDayMax = 1 };
        var facts = await applicants.Applying.AskAsync(question, Cancellation);
        await using var elsewhere = await applicants.BeginAsync($"""
            SELECT FROM users WHERE id = {person.Id} FOR NO KEY UPDATE;
            INSERT INTO applications (job_post_id, employer_id, applicant_id, status, submitted_at, version,
                applicant_display_name, applicant_experiences)
            SELECT id, employer_id, {person.Id}, 'SUBMITTED', '2026-03-06Z', 1, '사람', '[]' FROM job_posts WHERE id = {other.Id}
            """);
        var stored = applicants.StoreAsync(question, facts, person);
        await applicants.UntilWaitingAsync(1);
        await elsewhere.CommitAsync();
        Assert.Null(await stored);
        Assert.Equal(0, await applicants.CountAsync(post));
    }

    [Fact]
    public async Task A_key_stores_once_whatever_it_is_sent_with_until_its_time_ran_out()
    {
        await using var applicants = await Applicants.OpenAsync(database);
        var (person, post, other) = (await applicants.PersonAsync(), await applicants.PostAsync(), await applicants.PostAsync());
        var question = Applicants.Question(person, post) with { IdempotencyKey = "tap" };
        var elsewhere = question with { JobPostId = other.Id };
        var facts = await applicants.Applying.AskAsync(question, Cancellation);
        var factsElsewhere = await applicants.Applying.AskAsync(elsewhere, Cancellation);
        var id = await applicants.StoreAsync(question, facts, person);
        Assert.Null(await applicants.StoreAsync(elsewhere, factsElsewhere, person));
        Assert.Equal(id, (await applicants.Applying.AskAsync(elsewhere, Cancellation)).FirstResultId);

        var later = elsewhere with { Now = elsewhere.Now + IdempotentResults.Lifetime };
        Assert.Null((await applicants.Applying.AskAsync(later, Cancellation)).FirstResultId);
        Assert.NotNull(await applicants.StoreAsync(later, factsElsewhere, person));
    }

    [Fact]
    public async Task A_post_that_is_not_there_and_one_that_is_nobodys_business_are_told_apart_from_a_person_who_is_not_there()
    {
        await using var applicants = await Applicants.OpenAsync(database);
        var (person, draft) = (await applicants.PersonAsync(), await applicants.PostAsync());
        await applicants.ExecuteAsync($"UPDATE job_posts SET status = 'DRAFT', published_at = NULL WHERE id = {draft.Id}");
        var question = Applicants.Question(person, draft);
        Assert.Null((await applicants.Applying.AskAsync(question, Cancellation)).Post);
        Assert.Null((await applicants.Applying.AskAsync(question with { JobPostId = 0 }, Cancellation)).Post);
        await Assert.ThrowsAsync<KeyNotFoundException>(
            () => applicants.Applying.AskAsync(question with { UserId = 0 }, Cancellation));
    }

    /// <exception cref="PostgresException">Somebody holds one of them.</exception>
    private async Task LockBothAsync(User person, JobPost post)
    {
        await using var command = database.DataSource.CreateCommand($"""
            SELECT FROM users, job_posts WHERE users.id = {person.Id} AND job_posts.id = {post.Id} FOR UPDATE NOWAIT
            """);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
