using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence.Tests.TrustedDocuments;

public sealed class TrustedDocumentRowsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var db = database.DbFactory.CreateDbContext();
        await db.TrustedDocuments.ExecuteDeleteAsync(Cancellation);
        await db.TrustedDocumentUses.ExecuteDeleteAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Documents_are_added_once()
    {
        Assert.Equal((2, []), await AddAsync(Some("a"), Some("b")));
        Assert.Equal((1, []), await AddAsync(Some("a"), Some("c")));
        await using var db = database.DbFactory.CreateDbContext();
        Assert.Equal(["a", "b", "c"], await db.TrustedDocuments.OrderBy(document => document.Revision)
            .Select(document => document.Id).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task An_id_keeps_its_text_and_then_nothing_of_the_batch_is_added()
    {
        await AddAsync(Some("a"), Some("b"));
        var (added, contradicting) = await AddAsync(Some("c"), Some("a", "{ other }"), Some("b"));
        Assert.Equal((0, "a"), (added, Assert.Single(contradicting)));
        await using var db = database.DbFactory.CreateDbContext();
        Assert.Equal(2, await db.TrustedDocuments.CountAsync(Cancellation));
        Assert.Equal("{ a }", (await db.TrustedDocuments.SingleAsync(document => document.Id == "a", Cancellation)).Text);
    }

    [Fact]
    public async Task Every_addition_and_every_removal_shows_in_the_state()
    {
        var states = new List<TrustedDocumentState> { await StateAsync() };
        Assert.Equal(default, states[0]);
        await AddAsync(Some("a"), Some("b"));
        states.Add(await StateAsync());
        await RemoveAsync("b");
        states.Add(await StateAsync());
        await AddAsync(Some("b"));
        states.Add(await StateAsync());
        await RemoveAsync("a");
        await AddAsync(Some("a"));
        states.Add(await StateAsync());
        Assert.Equal(states, states.Distinct());
        Assert.Equal(states[^1], await StateAsync());
    }

    [Fact]
    public async Task Imports_at_the_same_time_agree()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AddAsync(Some("a"), Some("b"), Some("c"))));
        Assert.Equal(3, added.Sum(import => import.Added));
        Assert.All(added, import => Assert.Empty(import.Contradicting));
    }

    [Fact]
    public async Task The_last_day_of_use_never_goes_back()
    {
        await UseAsync(Day, "a", "b");
        await UseAsync(Day.AddDays(2), "b", "c");
        await UseAsync(Day.AddDays(1), "c", "a");
        await using var db = database.DbFactory.CreateDbContext();
        Assert.Equal(
            [("a", Day.AddDays(1)), ("b", Day.AddDays(2)), ("c", Day.AddDays(2))],
            (await db.TrustedDocumentUses.OrderBy(use => use.DocumentId).ToListAsync(Cancellation))
                .Select(use => (use.DocumentId, use.LastUsedOn)));
    }

    [Fact]
    public async Task A_day_that_is_known_already_writes_no_row()
    {
        await UseAsync(Day, "a");
        var before = await RowVersionAsync();
        await UseAsync(Day, "a");
        Assert.Equal(before, await RowVersionAsync());
        await UseAsync(Day.AddDays(1), "a");
        Assert.NotEqual(before, await RowVersionAsync());
    }

    private static TrustedDocument Some(string id, string? text = null) =>
        new() { Id = id, Text = text ?? $"{{ {id} }}", AddedAt = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero) };

    private async Task<(int Added, IReadOnlyList<string> Contradicting)> AddAsync(params TrustedDocument[] documents)
    {
        await using var db = database.DbFactory.CreateDbContext();
        return await db.AddTrustedDocumentsAsync(documents, Cancellation);
    }

    private async Task RemoveAsync(string id)
    {
        await using var db = database.DbFactory.CreateDbContext();
        await db.TrustedDocuments.Where(document => document.Id == id).ExecuteDeleteAsync(Cancellation);
    }

    private Task<TrustedDocumentState> StateAsync() => database.DataSource.ReadTrustedDocumentStateAsync(Cancellation);

    private async Task UseAsync(DateOnly day, params string[] ids)
    {
        await using var db = database.DbFactory.CreateDbContext();
        await db.NoteTrustedDocumentUsesAsync(ids, day, Cancellation);
    }

    private async Task<object?> RowVersionAsync()
    {
        await using var command = database.DataSource.CreateCommand("SELECT xmin::text || ctid FROM trusted_document_uses");
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
