namespace Jobs.Persistence;

/// <summary>People and their areas, each question one SQL statement; plain Npgsql, because nearly every request asks who it is.</summary>
public sealed class UsersById(RoundTrips roundTrips)
{
    private const string Columns = "id, issuer, subject, analytics_id, display_name, birth_date, introduction, phone_number, "
        + "share_phone_number, available_days, available_bands, created_at, version";

    public async Task<IReadOnlyList<User>> ReadAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default)
    {
        var sql = new SqlConditions();
        sql.AddIsAny("id", ids);
        return await roundTrips.ReadAsync(
            sql, $"SELECT {Columns} FROM users WHERE {sql}", row => Read(ref row), ids.Count, isShort: true, cancellationToken);
    }

    /// <summary>A person with the areas that they proved to live or work in, home first; null if there is none.</summary>
    public async Task<(User User, IReadOnlyList<long> NeighborhoodIds)?> ReadWithNeighborhoodIdsAsync(
        long id, CancellationToken cancellationToken = default)
    {
        var sql = new SqlConditions();
        var text = $"""
            SELECT {Columns}, ARRAY(SELECT neighborhood_id FROM user_neighborhoods WHERE user_id = users.id ORDER BY position)
            FROM users WHERE id = {sql.Parameter(id)}
            """;
        var found = await roundTrips.ReadAsync(
            sql, text, row => (Read(ref row), row.Of<long[]>()), rowsExpected: 1, isShort: true, cancellationToken);
        return found is [var (user, neighborhoodIds)] ? (user, neighborhoodIds) : null;
    }

    /// <summary>The areas that a person proved to live or work in, home first.</summary>
    public async Task<IReadOnlyList<long>> ReadNeighborhoodIdsAsync(long userId, CancellationToken cancellationToken = default)
    {
        var sql = new SqlConditions();
        return await roundTrips.ReadAsync(
            sql, $"SELECT neighborhood_id FROM user_neighborhoods WHERE user_id = {sql.Parameter(userId)} ORDER BY position",
            row => row.Int64(), rowsExpected: 2, isShort: true, cancellationToken);
    }

    // Members are set in the order of the columns.
    private static User Read(ref RowReader row) => new()
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
