using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence;

/// <summary>Turns who a token speaks for into a row of <c>users</c>: a new subject is a person with an empty profile.</summary>
public sealed class UserAccounts(IDbContextFactory<JobsDb> dbFactory, TimeProvider time)
{
    private const int KnownMax = 100_000;
    private const string NewName = "이웃";

    // The pair never changes its row, so what is known once needs no statement again. Full means forgotten, not refused.
    private readonly ConcurrentDictionary<(string Issuer, string Subject), long> _known = new();

    /// <summary>The person's id; any number of first requests at once make one row.</summary>
    public async ValueTask<long> FindOrCreateAsync(string issuer, string subject, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((issuer, subject), out var known)) return known;
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var id = await FindAsync(db, issuer, subject, cancellationToken);
        if (id == 0)
        {
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO users
                    (issuer, subject, display_name, share_phone_number, available_days, available_bands, created_at, version)
                VALUES ({issuer}, {subject}, {NewName}, false, 0, 0, {time.GetUtcNow()}, 1)
                ON CONFLICT (issuer, subject) DO NOTHING
                """, cancellationToken);
            id = await FindAsync(db, issuer, subject, cancellationToken);
        }

        if (_known.Count >= KnownMax) _known.Clear();
        return _known[(issuer, subject)] = id;
    }

    private static Task<long> FindAsync(JobsDb db, string issuer, string subject, CancellationToken cancellationToken) =>
        db.Users.Where(user => user.Issuer == issuer && user.Subject == subject)
            .Select(user => user.Id).FirstOrDefaultAsync(cancellationToken);
}
