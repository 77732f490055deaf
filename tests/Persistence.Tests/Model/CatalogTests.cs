using Jobs.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jobs.Persistence.Tests.Model;

/// <summary>Migrations are written by hand; this is what keeps them and the model the same.</summary>
public sealed class CatalogTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    // EF has no words for an index on an expression; everything else must be in both.
    private static readonly string[] OnlyInTheMigration =
    [
        "ix_applications_employer_unread", "ix_applications_job_post_unread", "ix_job_posts_deadline", "ix_job_posts_wage",
    ];

    private const string Catalog = """
        SELECT format('column %s.%s %s%s default %s identity %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
            CASE WHEN a.attnotnull THEN ' not null' ELSE '' END, pg_get_expr(d.adbin, d.adrelid), a.attidentity)
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p')
            AND a.attnum > 0 AND NOT a.attisdropped
        UNION ALL
        SELECT format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
        UNION ALL
        SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL
        SELECT format('sequence %s %s', sequencename, data_type) FROM pg_sequences WHERE schemaname = 'public'
        UNION ALL
        SELECT format('extension %s', extname) FROM pg_extension
        """;

    [Fact]
    public async Task The_migrated_database_is_what_the_model_says()
    {
        var name = $"model_{Guid.NewGuid():N}";
        await TestCluster.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0");
        var address = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = name, Pooling = false };
        try
        {
            await using var modelSource = NpgsqlDataSource.Create(address.ConnectionString);
            await using var db = JobsDb.CreateFactory(modelSource).CreateDbContext();
            await ExecuteAsync(modelSource, db.Database.GenerateCreateScript());

            var model = await ReadAsync(modelSource);
            var migrated = await ReadAsync(database.DataSource);

            Assert.Equal([], model.Except(migrated));
            Assert.Equal(OnlyInTheMigration, migrated.Except(model).Select(IndexName));
        }
        finally
        {
            await TestCluster.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    [Fact]
    public async Task Every_table_of_the_model_is_read_back_by_EF()
    {
        await using var db = JobsDb.CreateFactory(database.DataSource).CreateDbContext();
        Assert.Equal(3779, await db.Neighborhoods.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(KnownJobCategories.All.Count, await db.JobCategories.CountAsync(TestContext.Current.CancellationToken));
        var wage = await db.MinimumWages.SingleAsync(
            wage => wage.EffectiveFrom == new DateOnly(2026, 1, 1), TestContext.Current.CancellationToken);
        Assert.Equal((10_320, 2_156_880), (wage.Hourly, wage.Monthly));
        var yeoksam = await db.Neighborhoods.SingleAsync(
            area => area.FullName == "서울특별시 강남구 역삼1동", TestContext.Current.CancellationToken);
        Assert.Equal(NeighborhoodLevel.Dong, yeoksam.Level);
        Assert.Equivalent(KnownNeighborhoods.Shipped.Find(yeoksam.Id), yeoksam);
    }

    private static string IndexName(string line) => line.Split(' ')[3];

    private static async Task<string[]> ReadAsync(NpgsqlDataSource dataSource)
    {
        await using var command = dataSource.CreateCommand(Catalog);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) lines.Add(reader.GetString(0));
        return [.. lines.Where(line => !line.Contains("migrations_history", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    private static async Task ExecuteAsync(NpgsqlDataSource dataSource, string statement)
    {
        await using var command = dataSource.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
