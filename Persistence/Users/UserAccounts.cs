using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jobs.Persistence;

/// <summary>What a request has to know of the person who sent it.</summary>
public readonly record struct UserAccount(long Id, Guid AnalyticsId);

/// <summary>Turns who a token speaks for into a row of <c>users</c>: a new subject is a person with an empty profile.</summary>
public sealed class UserAccounts(IDbContextFactory<JobsDb> dbFactory, TimeProvider time)
{
    private const int KnownMax = 100_000;
    private const int SecondsMax = 5; // An index leads to the row, and the time of the operation has not begun.
    private const string NewName = "이웃";

    // The pair never changes its row, so what is known once needs no statement again. Full means forgotten, not refused.
    private readonly ConcurrentDictionary<(string Issuer, string Subject), UserAccount> _known = new();

    /// <summary>The person; any number of first requests at once make one row.</summary>
    /// <exception cref="NpgsqlException">The database is out of reach.</exception>
    /// <exception cref="TimeoutException">It does not answer.</exception>
    public async ValueTask<UserAccount> FindOrCreateAsync(
        string issuer, string subject, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((issuer, subject), out var known)) return known;
        // It goes on for the next request when this one is given up: to cancel it takes longer, and a thread (BatchCancellation).
        var lookup = LookUpAsync(issuer, subject);
        try
        {
            return await lookup.WaitAsync(TimeSpan.FromSeconds(SecondsMax), time, cancellationToken);
        }
        catch
        {
            _ = lookup.ContinueWith(static late => late.Exception, TaskScheduler.Default); // Observed; nobody waits any more.
            throw;
        }
    }

    private async Task<UserAccount> LookUpAsync(string issuer, string subject)
    {
        await using var db = await dbFactory.CreateDbContextAsync();
        var account = await FindAsync(db, issuer, subject);
        if (account.Id == 0)
        {
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO users
                    (issuer, subject, display_name, share_phone_number, available_days, available_bands, created_at, version)
                VALUES ({issuer}, {subject}, {NewName}, false, 0, 0, {time.GetUtcNow()}, 1)
                ON CONFLICT (issuer, subject) DO NOTHING
                """);
            account = await FindAsync(db, issuer, subject);
        }

        if (_known.Count >= KnownMax) _known.Clear();
        return _known[(issuer, subject)] = account;
    }

    private static Task<UserAccount> FindAsync(JobsDb db, string issuer, string subject) =>
        db.Users.Where(user => user.Issuer == issuer && user.Subject == subject)
            .Select(user => new UserAccount(user.Id, user.AnalyticsId)).FirstOrDefaultAsync();
}
