using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Npgsql;

namespace Jobs.Persistence;

/// <summary>The tables of the board. It is the repository and the unit of work.</summary>
public sealed class JobsDb(DbContextOptions<JobsDb> options) : DbContext(options)
{
    private static readonly Type[] TextEnums =
    [
        typeof(ApplicationStatus), typeof(EmployerKind), typeof(EngagementLength), typeof(ErrorSource),
        typeof(ExperimentAudience), typeof(ExperimentChange), typeof(ExperimentDecision), typeof(ExperimentStatus),
        typeof(JobPostStatus), typeof(NeighborhoodLevel), typeof(NoticePlacement), typeof(RecordOrigin), typeof(TriageAction),
        typeof(TriageLevel), typeof(VerificationLevel), typeof(WageType),
    ];

    public DbSet<Neighborhood> Neighborhoods => Set<Neighborhood>();
    public DbSet<JobCategory> JobCategories => Set<JobCategory>();
    public DbSet<MinimumWage> MinimumWages => Set<MinimumWage>();
    public DbSet<User> Users => Set<User>();
    public DbSet<UserExperience> UserExperiences => Set<UserExperience>();
    public DbSet<UserNeighborhood> UserNeighborhoods => Set<UserNeighborhood>();
    public DbSet<UserBlock> UserBlocks => Set<UserBlock>();
    public DbSet<Employer> Employers => Set<Employer>();
    public DbSet<EmployerMember> EmployerMembers => Set<EmployerMember>();
    public DbSet<JobPost> JobPosts => Set<JobPost>();
    public DbSet<ScreeningQuestion> ScreeningQuestions => Set<ScreeningQuestion>();
    public DbSet<Application> Applications => Set<Application>();
    public DbSet<ApplicationAnswer> ApplicationAnswers => Set<ApplicationAnswer>();
    public DbSet<ApplicationEvent> ApplicationEvents => Set<ApplicationEvent>();
    public DbSet<SavedJobPost> SavedJobPosts => Set<SavedJobPost>();
    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();
    public DbSet<DeprecatedUse> DeprecatedUses => Set<DeprecatedUse>();
    public DbSet<TrustedDocument> TrustedDocuments => Set<TrustedDocument>();
    public DbSet<TrustedDocumentUse> TrustedDocumentUses => Set<TrustedDocumentUse>();
    public DbSet<FeatureFlag> FeatureFlags => Set<FeatureFlag>();
    public DbSet<FeatureFlagRevision> FeatureFlagRevisions => Set<FeatureFlagRevision>();
    public DbSet<ServedRevision> ServedRevisions => Set<ServedRevision>();
    public DbSet<NoticeExperiment> NoticeExperiments => Set<NoticeExperiment>();
    public DbSet<NoticeExperimentRevision> NoticeExperimentRevisions => Set<NoticeExperimentRevision>();
    public DbSet<NoticeDismissal> NoticeDismissals => Set<NoticeDismissal>();
    public DbSet<NoticeExposure> NoticeExposures => Set<NoticeExposure>();
    public DbSet<NoticeSigningKey> NoticeSigningKeys => Set<NoticeSigningKey>();
    public DbSet<CookieKey> CookieKeys => Set<CookieKey>();
    public DbSet<KnownError> KnownErrors => Set<KnownError>();
    public DbSet<KnownErrorMinute> KnownErrorMinutes => Set<KnownErrorMinute>();
    public DbSet<KnownErrorHour> KnownErrorHours => Set<KnownErrorHour>();
    public DbSet<KnownErrorViewer> KnownErrorViewers => Set<KnownErrorViewer>();
    public DbSet<KnownErrorOverride> KnownErrorOverrides => Set<KnownErrorOverride>();
    public DbSet<OperationMinute> OperationMinutes => Set<OperationMinute>();
    public DbSet<VariantHour> VariantHours => Set<VariantHour>();
    public DbSet<Release> Releases => Set<Release>();

    /// <summary>The one way to set it up, for the service, the importer and the tests alike.</summary>
    public static void Configure(DbContextOptionsBuilder options, NpgsqlDataSource dataSource) => options
        .UseNpgsql(dataSource, npgsql => npgsql.MigrationsHistoryTable(DatabaseMigration.HistoryTable))
        // Runs inside the migration lock, so that of ten instances starting at once one loads and nine find it done.
        .UseAsyncSeeding((db, _, cancellationToken) => ReferenceData.LoadAsync((JobsDb)db, cancellationToken))
        // Migrations are written by hand and have no snapshot to compare with; a test compares the catalogues instead.
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    /// <summary>The factory where no dependency injection is at hand: importer, verbs, tests.</summary>
    public static IDbContextFactory<JobsDb> CreateFactory(NpgsqlDataSource dataSource)
    {
        var options = new DbContextOptionsBuilder<JobsDb>();
        Configure(options, dataSource);
        return new PooledDbContextFactory<JobsDb>(options.Options);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RaiseVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RaiseVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // An index serves a query and is declared with its table; a foreign key alone is no reason for one.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
        foreach (var type in TextEnums)
            configurationBuilder.Properties(type).HaveConversion(typeof(EnumTextConverter<>).MakeGenericType(type));
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasPostgresExtension("pg_trgm");
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(JobsDb).Assembly);
        DatabaseNames.Apply(modelBuilder.Model);
    }

    /// <summary>A lost edit shows as a concurrency exception: the old version is in the WHERE clause of every update.</summary>
    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State != EntityState.Modified) continue;
            if (entry.Metadata.FindProperty("Version") is not { IsConcurrencyToken: true } version) continue;
            entry.Property(version).CurrentValue = (int)entry.Property(version).OriginalValue! + 1;
        }
    }
}
