using System.Net.Http.Json;
using Jobs.Api.PersistedOperations;
using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jobs.Api.Tests.PersistedOperations;

public sealed class TrustedDocumentsOverHttpTests(TrustedOnlyDriver api) : IClassFixture<TrustedOnlyDriver>
{
    private const string Answer = """{"data":{"__typename":"Query"}}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_but_trusted_documents_is_answered()
    {
        (await AskAsync("shown")).ShouldBe(Answer);
        (await api.Anonymous.SendAsync("query Shown { __typename }")).ShouldBe(Answer);
        (await api.Anonymous.SendAsync("query Other { __typename }")).ShouldBe("""
            {"errors":[{"message":"The operation \"Other\" is none of the trusted documents.",
              "extensions":{"code":"OPERATION_NOT_TRUSTED"}}]}
            """);
    }

    [Fact]
    public async Task What_does_not_fit_is_left_out_and_named_in_the_log()
    {
        Assert.Equal("PERSISTED_DOCUMENT_NOT_FOUND", (await AskAsync("left-out")).ErrorCode);
        Assert.Contains("web.json: left-out: Cannot query field \"nothingLikeThis\" on type \"Query\".", api.Log.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_come_and_go_without_a_restart()
    {
        Assert.Equal("PERSISTED_DOCUMENT_NOT_FOUND", (await AskAsync("later")).ErrorCode);
        await api.InsertAsync(new TrustedDocument { Id = "later", Text = "{ __typename }", AddedAt = api.Time.UtcNow });
        await TickUntilAsync(async () => (await AskAsync("later")).Body == Answer);
        (await AskAsync("shown")).ShouldBe(Answer);

        await using var db = api.Database.DbFactory.CreateDbContext();
        await db.TrustedDocuments.Where(document => document.Id == "later").ExecuteDeleteAsync(Cancellation);
        await TickUntilAsync(async () => (await AskAsync("later")).Body != Answer);
        (await AskAsync("shown")).ShouldBe(Answer);
    }

    [Fact]
    public async Task The_last_day_of_use_is_written_once_a_day()
    {
        var uses = api.Services.GetRequiredService<TrustedDocumentUses>();
        await AskAsync("shown");
        await uses.NoteAsync(Cancellation);
        var first = await LastUseAsync("shown");
        Assert.Equal(Seoul.Today(api.Time), first);

        api.Time.Advance(TimeSpan.FromDays(1));
        await uses.NoteAsync(Cancellation);
        Assert.Equal(first, await LastUseAsync("shown"));

        await AskAsync("shown");
        await uses.NoteAsync(Cancellation);
        Assert.Equal(first!.Value.AddDays(1), await LastUseAsync("shown"));
        Assert.Null(await LastUseAsync("left-out"));
    }

    /// <summary>Lets the time pass until the service has looked: it does so on a thread of its own.</summary>
    private async Task TickUntilAsync(Func<Task<bool>> happened)
    {
        while (!await happened())
        {
            Cancellation.ThrowIfCancellationRequested();
            api.Time.Advance(TimeSpan.FromSeconds(10));
        }
    }

    private async Task<DateOnly?> LastUseAsync(string id)
    {
        await using var db = api.Database.DbFactory.CreateDbContext();
        return (await db.TrustedDocumentUses.FindAsync([id], Cancellation))?.LastUsedOn;
    }

    private async Task<ApiResponse> AskAsync(string documentId)
    {
        using var response = await api.Http.PostAsJsonAsync("/graphql", new { documentId }, Cancellation);
        return await ApiResponse.ReadAsync(response);
    }
}
