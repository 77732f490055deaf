using Jobs.Api.Triage;
using Jobs.Experiments;
using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Jobs.Api.Tests.Triage;

/// <summary>One instance of the service as far as triage goes, with a database that can be taken away from it.</summary>
internal sealed class TriageInstance : IDisposable
{
    private readonly Switch database;
    private readonly ILoggerFactory loggers;

    public TriageInstance(TestDatabase database, TimeProvider time, TriageOptions? options = null, LoggedLines? log = null)
    {
        this.database = new(database.DbFactory);
        loggers = LoggerFactory.Create(builder => builder.AddProvider(log ?? new LoggedLines()));
        Options = Microsoft.Extensions.Options.Options.Create(options ?? new TriageOptions());
        Triage = new(time, Options);
        var stops = new VariantStops(
            this.database, new NoticeExperimentChanges(this.database, time), loggers.CreateLogger<VariantStops>());
        Exchange = new(
            Triage, stops, this.database, Options, new WorkRounds(time), time, loggers.CreateLogger<ErrorExchange>());
    }

    public IOptions<TriageOptions> Options { get; }

    public ErrorTriage Triage { get; }

    public ErrorExchange Exchange { get; }

    public bool IsDatabaseAway
    {
        set => database.IsAway = value;
    }

    public Task<bool> ExchangeAsync() => Exchange.ExchangeAsync(TestContext.Current.CancellationToken);

    public void Dispose()
    {
        Exchange.Dispose();
        loggers.Dispose();
    }

    private sealed class Switch(IDbContextFactory<JobsDb> present) : IDbContextFactory<JobsDb>
    {
        // Nobody listens there.
        private readonly IDbContextFactory<JobsDb> absent =
            JobsDb.CreateFactory(NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody;Database=nothing;Timeout=2"));

        public bool IsAway { get; set; }

        public JobsDb CreateDbContext() => (IsAway ? absent : present).CreateDbContext();
    }
}
