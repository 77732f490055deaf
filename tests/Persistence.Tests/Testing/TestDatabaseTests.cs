using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Persistence.Tests.Testing;

public sealed class TestDatabaseTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_test_class_has_a_migrated_database_of_its_own()
    {
        await using var db = await database.DbFactory.CreateDbContextAsync(Cancellation);
        Assert.True(await new DatabaseMigration(database.DataSource, database.DbFactory).IsUpToDateAsync(Cancellation));
        Assert.Equal(3_512, await db.Neighborhoods.CountAsync(place => place.Level == NeighborhoodLevel.Dong, Cancellation));

        var other = new TestDatabase();
        await other.InitializeAsync();
        await db.MinimumWages.ExecuteDeleteAsync(Cancellation);
        await using (var otherDb = await other.DbFactory.CreateDbContextAsync(Cancellation))
            Assert.True(await otherDb.MinimumWages.AnyAsync(Cancellation));
        await other.DisposeAsync();
        await Assert.ThrowsAnyAsync<Npgsql.PostgresException>(async () =>
        {
            await using var connection = new Npgsql.NpgsqlConnection(other.ConnectionString + ";Pooling=false");
            await connection.OpenAsync(Cancellation);
        });
    }
}
