using Jobs.Testing;
using Npgsql;

namespace Jobs.Persistence.Tests.Applying;

/// <summary>Applications that come at the same time share transactions, and nothing else.</summary>
public sealed class ApplicationTripsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Those_that_come_at_once_share_transactions_and_get_their_own_ids()
    {
        await using var applicants = await Applicants.OpenAsync(database);
        var post = await applicants.PostAsync();
        var people = await applicants.PeopleAsync(40);
        var ids = await StoreAtOnceAsync(applicants, post, people);
        for (var index = 0; index < people.Length; index++)
            Assert.Equal(
                people[index].Id, await applicants.NumberAsync($"SELECT applicant_id FROM applications WHERE id = {ids[index]}"));
        var transactions = await applicants.NumberAsync(
            $"SELECT count(DISTINCT xmin::text) FROM applications WHERE job_post_id = {post.Id}");
        Assert.InRange(transactions, 5, 39); // Of no more than eight each.
    }

    [Fact]
    public async Task They_go_over_few_connections()
    {
        // A transaction that had to wait, as on a busy machine any may have to, makes those it stored go over others.
        var fewest = long.MaxValue;
        for (var round = 0; round < 5 && fewest > ApplicationTrips.AtOnceMax; round++)
        {
            await using var applicants = await Applicants.OpenAsync(database, $";Application Name=crowd {round}");
            var post = await applicants.PostAsync();
            await StoreAtOnceAsync(applicants, post, await applicants.PeopleAsync(40));
            fewest = await applicants.NumberAsync($"""
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND application_name = 'crowd {round}' AND query = 'COMMIT'
                """);
        }
        Assert.InRange(fewest, 1, ApplicationTrips.AtOnceMax);
    }

    [Fact]
    public async Task One_that_fails_takes_none_of_the_others_along()
    {
        await using var applicants = await Applicants.OpenAsync(database);
        var post = await applicants.PostAsync();
        var people = await applicants.PeopleAsync(20);
        var stored = people.Select((person, number) =>
            applicants.ApplyAsync(person, post, number % 7 == 3 ? new string('아', 5_001) : null)).ToArray();
        for (var number = 0; number < people.Length; number++)
        {
            if (number % 7 != 3) Assert.NotNull(await stored[number]);
            else
                Assert.Equal(
                    PostgresErrorCodes.CheckViolation,
                    (await Assert.ThrowsAsync<PostgresException>(() => stored[number])).SqlState);
        }
        Assert.Equal(17, await applicants.CountAsync(post));
    }

    [Theory]
    [InlineData("job_posts")]
    [InlineData("users")]
    public async Task Who_waits_for_a_row_that_somebody_holds_keeps_nobody_waiting(string table)
    {
        await using var applicants = await Applicants.OpenAsync(database);
        var (free, taken) = (await applicants.PostAsync(), await applicants.PostAsync());
        var people = await applicants.PeopleAsync(20);
        var waiting = people[..10];
        await using var holder = await applicants.BeginAsync(
            table == "users"
                ? $"SELECT FROM users WHERE id IN ({string.Join(", ", waiting.Select(person => person.Id))}) FOR UPDATE"
                : $"SELECT FROM job_posts WHERE id = {taken.Id} FOR UPDATE");
        var held = waiting.Select(person => applicants.ApplyAsync(person, taken)).ToArray();
        await StoreAtOnceAsync(applicants, free, people[10..]);
        Assert.All(held, task => Assert.False(task.IsCompleted));
        await applicants.UntilWaitingAsync(10);
        await holder.DisposeAsync();
        Assert.All(await Task.WhenAll(held), id => Assert.NotNull(id));
    }

    [Fact]
    public async Task Many_that_wait_leave_connections_for_everything_else()
    {
        await using var applicants = await Applicants.OpenAsync(database, ";Maximum Pool Size=12");
        var (free, taken) = (await applicants.PostAsync(), await applicants.PostAsync());
        var people = await applicants.PeopleAsync(30);
        await using var holder = await applicants.BeginAsync($"SELECT FROM job_posts WHERE id = {taken.Id} FOR UPDATE");
        var held = people[..20].Select(person => applicants.ApplyAsync(person, taken)).ToArray();
        await applicants.UntilWaitingAsync(1); // Of six connections that are neither for reads nor for shared transactions.
        await using (var other = await applicants.OpenConnectionAsync())
            await StoreAtOnceAsync(applicants, free, people[20..]);
        await applicants.UntilWaitingAsync(1);
        await holder.DisposeAsync();
        Assert.All(await Task.WhenAll(held), id => Assert.NotNull(id));
    }

    [Fact]
    public async Task Who_gives_up_is_not_stored_afterwards_and_waits_for_nothing_any_more()
    {
        await using var applicants = await Applicants.OpenAsync(database);
        var post = await applicants.PostAsync();
        var (one, other) = (await applicants.PersonAsync(), await applicants.PersonAsync());
        await using var holder = await applicants.BeginAsync($"SELECT FROM job_posts WHERE id = {post.Id} FOR UPDATE");
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var (given, kept) = (applicants.ApplyAsync(one, post, null, ending.Token), applicants.ApplyAsync(other, post));
        await applicants.UntilWaitingAsync(2);
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        await applicants.UntilWaitingAsync(1);
        await holder.DisposeAsync();
        Assert.NotNull(await kept);
        Assert.Equal(1, await applicants.CountAsync(post));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => applicants.ApplyAsync(one, post, null, ending.Token));
    }

    [Fact]
    public async Task Connections_that_broke_while_nobody_used_them_cost_nobody_an_error()
    {
        await using var applicants = await Applicants.OpenAsync(database, ";Application Name=breaking");
        var post = await applicants.PostAsync();
        var people = await applicants.PeopleAsync(21);
        await StoreAtOnceAsync(applicants, post, people[..20]);
        await using (await applicants.OpenConnectionAsync()) // One of those that an application goes over by itself.
        {
        }
        while (await applicants.NumberAsync("""
            SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity WHERE application_name = 'breaking'
            """) > 0)
            Cancellation.ThrowIfCancellationRequested();
        Assert.NotNull(await applicants.ApplyAsync(people[20], post));
    }

    [Fact]
    public async Task A_connection_that_breaks_meanwhile_costs_nobody_an_error_either()
    {
        await using var applicants = await Applicants.OpenAsync(database);
        await applicants.ExecuteAsync("CREATE SEQUENCE breaks");
        var breaking = Enumerable.Range(1, 3).Select(number => new WaitingApplication(
            number, jobPostId: 1, new(new SqlConditions(), $"""
                SELECT {number}::bigint
                WHERE CASE WHEN nextval('breaks') <= 2 THEN pg_terminate_backend(pg_backend_pid()) ELSE true END
                """), Cancellation)).ToArray();
        var trips = new ApplicationTrips(database.DataSource, database.DataSource, atOnce: 2, patientMax: 1);
        Assert.Equal([1, 2, 3], await Task.WhenAll(breaking.Select(trips.StoreAsync)));
        // Two broke, three were stored. One that was slow may have been tried once more.
        Assert.InRange(await applicants.NumberAsync("SELECT nextval('breaks')"), 6, long.MaxValue);
    }

    [Fact]
    public async Task What_takes_longer_than_a_shared_transaction_may_is_stored_by_itself()
    {
        var trips = new ApplicationTrips(database.DataSource, database.DataSource, atOnce: 1, patientMax: 1);
        var stored = await trips.StoreAsync(
            new(1, jobPostId: 1, new(new SqlConditions(), "SELECT 1::bigint FROM pg_sleep(2.5)"), Cancellation));
        Assert.Equal(1, stored);
    }

    [Fact]
    public async Task Without_a_database_everybody_gets_an_error_of_their_own()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Database=none;Username=nobody;Timeout=5");
        var trips = new ApplicationTrips(nowhere, nowhere, atOnce: 2, patientMax: 1);
        var stored = Enumerable.Range(0, 20).Select(number => trips.StoreAsync(
            new(number, jobPostId: 1, new(new SqlConditions(), "SELECT 1::bigint"), Cancellation))).ToArray();
        var failures = await Task.WhenAll(stored.Select(task => Assert.ThrowsAsync<NpgsqlException>(() => task)));
        Assert.Equal(20, failures.Distinct().Count());
    }

    [Fact]
    public async Task Neither_trips_of_two_services_nor_the_other_writers_wait_in_a_circle()
    {
        await using var applicants = await Applicants.OpenAsync(database);
        await using var others = await Applicants.OpenAsync(database);
        var people = await applicants.PeopleAsync(12);
        var posts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => applicants.PostAsync()));
        var random = new Random(20261129);
        var pairs = people.SelectMany(person => posts.Select(post => (person, post))).OrderBy(_ => random.Next()).ToArray();
        var deadlocks = await DeadlocksAsync(applicants);
        var stored = Task.WhenAll(pairs.Select((pair, number) =>
            (number % 2 == 0 ? applicants : others).ApplyAsync(pair.person, pair.post)));
        for (var round = 0; !stored.IsCompleted; round++)
        {
            await using var writer = await applicants.BeginAsync($"""
                SELECT FROM users WHERE id = {people[round % people.Length].Id} FOR NO KEY UPDATE;
                SELECT FROM job_posts WHERE id = {posts[round % posts.Length].Id} FOR UPDATE
                """);
        }
        Assert.Equal(pairs.Length, (await stored).Where(id => id is not null).Distinct().Count());
        Assert.Equal(deadlocks, await DeadlocksAsync(applicants));
    }

    private static Task<long> DeadlocksAsync(Applicants applicants) =>
        applicants.NumberAsync("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");

    // All are asked before the first is stored.
    private static async Task<long?[]> StoreAtOnceAsync(Applicants applicants, JobPost post, IReadOnlyCollection<User> people)
    {
        var asked = await Task.WhenAll(people.Select(async person =>
        {
            var question = Applicants.Question(person, post);
            return (question, facts: await applicants.Applying.AskAsync(question, Cancellation), person);
        }));
        var ids = await Task.WhenAll(asked.Select(one => applicants.StoreAsync(one.question, one.facts, one.person)));
        Assert.All(ids, id => Assert.NotNull(id));
        return ids;
    }
}
