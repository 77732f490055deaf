namespace Jobs.Experiments;

/// <summary>The secret that all instances sign with, read once when it is first needed.</summary>
public sealed class NoticeSecret(IDbContextFactory<JobsDb> dbFactory)
{
    private byte[]? secret;

    public async ValueTask<byte[]> GetAsync(CancellationToken cancellationToken)
    {
        if (secret is { } known) return known;
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return secret = await db.NoticeSigningKeys.Select(row => row.Secret).SingleAsync(cancellationToken);
    }
}
