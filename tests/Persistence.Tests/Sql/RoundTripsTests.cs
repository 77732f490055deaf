using Jobs.Testing;
using Npgsql;

namespace Jobs.Persistence.Tests.Sql;

public sealed class RoundTripsTests(TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    // A round trip is one transaction, which began when it did, and whose connection began no other one then.
    private const string Began = "SELECT pg_backend_pid() || to_char(now(), ' HH24:MI:SS.US')";

    private static readonly AsyncLocal<string?> Asker = new();

    private readonly RoundTrips roundTrips = new(database.DataSource, database.DataSource);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => roundTrips.Dispose();

    [Fact]
    public async Task Rows_come_in_their_order_with_the_values_that_were_given()
    {
        var sql = new SqlConditions();
        var text = $"SELECT number * {sql.Parameter(7L)} FROM generate_series(1, {sql.Parameter(500)}) AS number ORDER BY number";
        var rows = await roundTrips.ReadAsync(sql, text, row => row.Int64(), 1, isShort: true, Cancellation);
        Assert.Equal(Enumerable.Range(1, 500).Select(number => number * 7L), rows);
        Assert.Empty(await AskAsync("SELECT 'nothing' WHERE false"));
    }

    [Fact]
    public async Task Several_rows_may_become_one()
    {
        var found = await roundTrips.ReadAsync(
            new SqlConditions(), "SELECT number / 3, number FROM generate_series(0, 9) AS number ORDER BY number",
            row => new List<int> { row.Int32(), row.Int32() },
            (row, last) =>
            {
                if (row.Int32() != last[0]) return false;
                last.Add(row.Int32());
                return true;
            },
            1, isShort: true, Cancellation);
        Assert.Equal<List<int>>([[0, 0, 1, 2], [1, 3, 4, 5], [2, 6, 7, 8], [3, 9]], found);
    }

    [Theory]
    [InlineData("DELETE FROM users")]
    [InlineData("WITH gone AS (DELETE FROM users RETURNING id) SELECT id::text FROM gone")]
    public Task What_does_not_only_read_is_refused(string statement) =>
        Assert.ThrowsAsync<ArgumentException>(() => AskAsync(statement));

    [Fact]
    public async Task Many_at_once_each_get_their_own_rows()
    {
        var numbers = Enumerable.Range(0, 2000).ToArray();
        var answers = await Task.WhenAll(numbers.Select(number => AskAsync($"SELECT '{number % 20}'")));
        Assert.Equal(numbers.Select(number => $"{number % 20}"), answers.Select(rows => rows.Single()));
    }

    [Fact(Timeout = 180_000)]
    public async Task Statements_that_wait_share_a_round_trip_and_do_not_wait_for_those_that_take_long()
    {
        await using var held = await HeldLock.TakeAsync(database);
        var slow = await OccupyAsync(held);
        while (await TripsOfAsync(10) == 10) // After one that took long, as on a busy machine any may, they go alone for a while.
            Cancellation.ThrowIfCancellationRequested();
        Assert.All(slow, task => Assert.False(task.IsCompleted));
        await held.ReleaseAsync();
        Assert.All(await Task.WhenAll(slow), rows => Assert.Single(rows));
    }

    [Fact]
    public async Task After_statements_that_took_long_each_goes_alone()
    {
        for (var round = 0; round < 3; round++) await AskAsync("SELECT '' FROM pg_sleep(0.1)");
        await using var held = await HeldLock.TakeAsync(database);
        var slow = await OccupyAsync(held);
        Assert.Equal(8, await TripsOfAsync(8));
        await held.ReleaseAsync();
        await Task.WhenAll(slow);
    }

    [Fact]
    public async Task One_that_may_take_long_goes_at_once_and_nobody_waits_behind_it()
    {
        await using var held = await HeldLock.TakeAsync(database);
        var slow = Enumerable.Range(0, 20).Select(_ => AskAsync(HeldLock.Wait, isShort: false)).ToArray();
        await held.UntilWaitingAsync(20);
        Assert.Equal(["quick"], await AskAsync("SELECT 'quick'"));
        await held.ReleaseAsync();
        await Task.WhenAll(slow);
    }

    [Fact]
    public async Task One_that_fails_ends_none_of_those_it_shares_a_round_trip_with()
    {
        await using var held = await HeldLock.TakeAsync(database);
        var slow = await OccupyAsync(held);
        var asked = Enumerable.Range(0, 12)
            .Select(number => AskAsync(number % 4 == 1 ? $"SELECT (1 / 0)::text || '{number}'" : $"SELECT '{number}'")).ToArray();
        for (var number = 0; number < 12; number++)
        {
            if (number % 4 != 1)
                Assert.Equal([$"{number}"], await asked[number]);
            else
                Assert.Equal(
                    PostgresErrorCodes.DivisionByZero, (await Assert.ThrowsAsync<PostgresException>(() => asked[number])).SqlState);
        }
        await held.ReleaseAsync();
        await Task.WhenAll(slow);
    }

    [Fact]
    public async Task A_failure_among_the_rows_is_that_of_the_statement_alone()
    {
        var reads = Reads("SELECT '1'", "SELECT (1 / (3 - number))::text FROM generate_series(1, 5) AS number", "SELECT '2'");
        await new RoundTrip(reads).RunAsync(database.DataSource);
        Assert.Equal(["1"], await reads[0].Rows);
        await Assert.ThrowsAsync<PostgresException>(() => reads[1].Rows);
        Assert.Equal(["2"], await reads[2].Rows);
    }

    [Fact]
    public async Task A_statement_that_goes_again_over_another_connection_is_still_itself()
    {
        await using var source = NpgsqlDataSource.Create(
            $"{database.ConnectionString};Maximum Pool Size=2;Max Auto Prepare=5;Auto Prepare Min Usages=1");
        await using (var first = await source.OpenConnectionAsync(Cancellation))
        await using (var second = await source.OpenConnectionAsync(Cancellation))
        {
            await PrepareAsync(first, "SELECT 'right'");
            await PrepareAsync(second, "SELECT 'wrong'"); // By the same name.
            await first.CloseAsync(); // So that it goes over this one at first.
        }
        var reads = Reads("SELECT (1 / 0)::text", "SELECT 'right'");
        await new RoundTrip(reads).RunAsync(source);
        Assert.Equal(["right"], await reads[1].Rows);

        static async Task PrepareAsync(NpgsqlConnection connection, string text)
        {
            await using var command = new NpgsqlCommand(text, connection);
            for (var time = 0; time < 3; time++) await command.ExecuteScalarAsync(Cancellation);
        }
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_the_failure_of_its_statement_alone()
    {
        var reads = Reads("SELECT '1'", "SELECT 2 FROM generate_series(1, 3)", "SELECT '3'");
        await new RoundTrip(reads).RunAsync(database.DataSource);
        Assert.Equal(["1"], await reads[0].Rows);
        await Assert.ThrowsAsync<InvalidCastException>(() => reads[1].Rows);
        Assert.Equal(["3"], await reads[2].Rows);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PostgreSQL_stops_when_nobody_wants_the_rows_any_more(bool isShort)
    {
        await using var held = await HeldLock.TakeAsync(database);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var slow = AskAsync(HeldLock.Wait, isShort, ending.Token);
        await held.UntilWaitingAsync(1);
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
        await held.UntilWaitingAsync(0);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync("SELECT ''", isShort, ending.Token));
    }

    [Fact]
    public async Task What_ends_soon_by_itself_is_not_told_to_stop()
    {
        await using (var create = database.DataSource.CreateCommand("CREATE SEQUENCE ends_soon"))
            await create.ExecuteNonQueryAsync(Cancellation);
        var hasEnded = false;
        for (var round = 0; round < 10 && !hasEnded; round++) // On a busy machine what ends soon may take long.
        {
            await using var held = await HeldLock.TakeAsync(database);
            var reads = Reads($"SELECT nextval('ends_soon')::text FROM ({HeldLock.Wait}) AS waited");
            var trip = new RoundTrip(reads).RunAsync(database.DataSource);
            await held.UntilWaitingAsync(1);
            reads[0].GiveUp(new CancellationToken(canceled: true));
            await held.ReleaseAsync();
            await trip;
            hasEnded = await AskAsync("SELECT '' FROM ends_soon WHERE is_called") is [_];
        }
        Assert.True(hasEnded);
    }

    [Fact]
    public async Task Who_gives_up_ends_nothing_for_the_others_of_the_round_trip()
    {
        await using var held = await HeldLock.TakeAsync(database);
        using var ending = new CancellationTokenSource();
        var reads = Reads(HeldLock.Wait, "SELECT 'behind it'");
        var trip = new RoundTrip(reads).RunAsync(database.DataSource);
        await held.UntilWaitingAsync(1);
        reads[0].GiveUp(ending.Token);
        Assert.True(reads[0].Rows.IsCanceled);
        Assert.False(trip.IsCompleted);
        await held.ReleaseAsync();
        await trip;
        Assert.Equal(["behind it"], await reads[1].Rows);
    }

    [Fact]
    public async Task What_was_given_up_before_it_went_is_not_sent()
    {
        var reads = Reads("SELECT (1 / 0)::text", "SELECT 'alone'");
        reads[0].GiveUp(new CancellationToken(canceled: true));
        await new RoundTrip(reads).RunAsync(database.DataSource);
        Assert.True(reads[0].Rows.IsCanceled);
        Assert.Equal(["alone"], await reads[1].Rows);
    }

    [Fact]
    public async Task A_connection_that_breaks_costs_nobody_an_error()
    {
        await using var held = await HeldLock.TakeAsync(database);
        var reads = Reads([.. Enumerable.Repeat(HeldLock.Wait, 6)]);
        var trip = new RoundTrip(reads).RunAsync(database.DataSource);
        await held.UntilWaitingAsync(1);
        await held.TerminateWaitingAsync();
        await held.UntilWaitingAsync(6); // Each by itself now.
        await held.ReleaseAsync();
        await trip;
        foreach (var read in reads) Assert.Single(await read.Rows);
    }

    [Fact]
    public async Task Rows_that_came_before_a_connection_broke_do_not_come_twice()
    {
        await using (var create = database.DataSource.CreateCommand("CREATE SEQUENCE rows_seen"))
            await create.ExecuteNonQueryAsync(Cancellation);
        var rows = await AskAsync("""
            SELECT number::text, CASE WHEN nextval('rows_seen') = 5000 THEN pg_terminate_backend(pg_backend_pid()) END
            FROM generate_series(1, 6000) AS number
            """);
        Assert.Equal(Enumerable.Range(1, 6000).Select(number => $"{number}"), rows);
    }

    [Fact]
    public async Task Connections_that_all_broke_while_nobody_used_them_cost_nobody_an_error()
    {
        await using (var held = await HeldLock.TakeAsync(database))
        {
            var open = Enumerable.Range(0, 10).Select(_ => AskAsync(HeldLock.Wait, isShort: false)).ToArray();
            await held.UntilWaitingAsync(10);
            await held.ReleaseAsync();
            await Task.WhenAll(open);
            await held.TerminateOthersAsync();
        }
        Assert.Equal(["as ever"], await AskAsync("SELECT 'as ever'"));
        Assert.Equal(["as ever"], await AskAsync("SELECT 'as ever'", isShort: false));
    }

    [Fact]
    public async Task A_connection_that_breaks_again_is_an_error()
    {
        await using var held = await HeldLock.TakeAsync(database);
        var slow = AskAsync(HeldLock.Wait);
        for (var time = 0; time < 2; time++)
        {
            await held.UntilWaitingAsync(1);
            await held.TerminateWaitingAsync();
        }
        Assert.Equal(PostgresErrorCodes.AdminShutdown, (await Assert.ThrowsAsync<PostgresException>(() => slow)).SqlState);
    }

    [Fact]
    public async Task Without_a_database_everybody_gets_an_error_of_their_own()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Database=none;Username=nobody;Timeout=5");
        using var nothing = new RoundTrips(nowhere, nowhere);
        var asked = Enumerable.Range(0, 40).Select(_ => AskAsync("SELECT ''", trips: nothing)).ToArray();
        var failures = await Task.WhenAll(asked.Select(task => Assert.ThrowsAsync<NpgsqlException>(() => task)));
        Assert.Equal(40, failures.Distinct().Count());
        Assert.All(failures, failure => Assert.True(failure.IsTransient));
    }

    [Fact]
    public async Task Whoever_sends_a_round_trip_lends_it_neither_flow_nor_context()
    {
        Asker.Value = "me";
        SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
        var seen = await roundTrips.ReadAsync(
            new SqlConditions(), "SELECT 1", _ => (Asker.Value, SynchronizationContext.Current), 1, isShort: true, Cancellation);
        Assert.Equal([(null, null)], seen);
        Assert.Equal("me", Asker.Value);
        Task<List<string>> suppressed;
        using (ExecutionContext.SuppressFlow()) suppressed = AskAsync("SELECT 'as ever'");
        Assert.Equal(["as ever"], await suppressed);
    }

    private static WaitingRead<string>[] Reads(params string[] statements) =>
        [.. statements.Select(text => new WaitingRead<string>(new(new SqlConditions(), text), row => row.Text(), takeMore: null, 1))];

    // As many as are under way at once.
    private async Task<Task<List<string>>[]> OccupyAsync(HeldLock held)
    {
        var slow = new Task<List<string>>[RoundTrips.AtOnce];
        for (var number = 0; number < slow.Length; number++)
        {
            slow[number] = AskAsync(HeldLock.Wait);
            await held.UntilWaitingAsync(number + 1);
        }
        return slow;
    }

    // How many round trips so many statements make that are asked at the same time.
    private async Task<int> TripsOfAsync(int statements)
    {
        var began = await Task.WhenAll(Enumerable.Range(0, statements).Select(_ => AskAsync(Began)));
        return began.Select(rows => rows.Single()).Distinct().Count();
    }

    private Task<List<string>> AskAsync(
        string text, bool isShort = true, CancellationToken? cancellation = null, RoundTrips? trips = null) =>
        (trips ?? roundTrips).ReadAsync(
            new SqlConditions(), text, row => row.Text(), 1, isShort, cancellation ?? Cancellation);
}
