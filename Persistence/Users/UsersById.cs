using Npgsql;

namespace Jobs.Persistence;

/// <summary>People and their areas, each question one SQL statement; plain Npgsql, because nearly every request asks who it is.</summary>
public sealed class UsersById(NpgsqlDataSource dataSource)
{
    private const string Columns = "id, issuer, subject, analytics_id, display_name, birth_date, introduction, phone_number, "
        + "share_phone_number, available_days, available_bands, created_at, version";

    public async Task<IReadOnlyList<User>> ReadAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default)
    {
        var sql = new SqlConditions();
        sql.AddIsAny("id", ids);
        await using var command = sql.Command(dataSource, $"SELECT {Columns} FROM users WHERE {sql}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var users = new List<User>(ids.Count);
        while (await reader.ReadAsync(cancellationToken)) users.Add(Read(new RowReader(reader)));
        return users;
    }

    /// <summary>The areas that a person proved to live or work in, home first.</summary>
    public async Task<IReadOnlyList<long>> ReadNeighborhoodIdsAsync(long userId, CancellationToken cancellationToken = default)
    {
        var sql = new SqlConditions();
        await using var command = sql.Command(
            dataSource, $"SELECT neighborhood_id FROM user_neighborhoods WHERE user_id = {sql.Parameter(userId)} ORDER BY position");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new List<long>();
        while (await reader.ReadAsync(cancellationToken)) ids.Add(reader.GetInt64(0));
        return ids;
    }

    // Members are set in the order of the columns.
    private static User Read(RowReader row) => new()
    {
        Id = row.Int64(),
        Issuer = row.Text(),
        Subject = row.Text(),
        AnalyticsId = row.Of<Guid>(),
        DisplayName = row.Text(),
        BirthDate = row.Value<DateOnly>(),
        Introduction = row.TextOrNull(),
        PhoneNumber = row.TextOrNull(),
        SharePhoneNumber = row.Boolean(),
        AvailableDays = (WorkDays)row.Int32(),
        AvailableBands = (TimeBands)row.Int32(),
        CreatedAt = row.Instant(),
        Version = row.Int32(),
    };
}
