using Npgsql;

namespace Jobs.Persistence;

/// <summary>Reads whole posts with plain Npgsql, where a path is too hot for EF.</summary>
/// <remarks>The text of the keyword search is left out: it is for the database alone, and as long as all the rest.</remarks>
public static class JobPostRow
{
    private static readonly string[] Names =
    [
        "id", "employer_id", "status", "title", "description", "category_id", "neighborhood_id",
        "address", "latitude", "longitude", "hide_exact_address", "public_latitude", "public_longitude",
        "wage_type", "wage_amount", "wage_amount_max", "hourly_equivalent", "paid_same_day", "wage_negotiable",
        "length", "days", "starts_on", "ends_on", "start_minute", "end_minute", "break_minutes", "bands", "weekly_hours",
        "headcount", "is_urgent", "minimum_age", "benefits", "published_at", "expires_at", "ended_at", "created_at", "updated_at",
        "version", "recommended_at", "origin", "import_source", "import_key", "import_hash",
    ];

    /// <summary>For a SELECT whose table goes by the name of <c>post</c>; what else is selected comes after.</summary>
    public static string Columns { get; } = string.Join(", ", Names.Select(name => $"post.{name}"));

    /// <summary>The same with no description, which is as long as all the rest together.</summary>
    public static string ShortColumns { get; } = Columns.Replace("post.description", "''", StringComparison.Ordinal);

    public static int ColumnCount => Names.Length;

    public static JobPost Read(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        EmployerId = reader.GetInt64(1),
        Status = EnumText.Parse<JobPostStatus>(reader.GetString(2)),
        Title = reader.GetString(3),
        Description = reader.GetString(4),
        CategoryId = reader.GetInt32(5),
        NeighborhoodId = reader.GetInt64(6),
        Address = Text(reader, 7),
        Latitude = reader.GetDouble(8),
        Longitude = reader.GetDouble(9),
        HideExactAddress = reader.GetBoolean(10),
        PublicLatitude = reader.GetDouble(11),
        PublicLongitude = reader.GetDouble(12),
        WageType = EnumText.Parse<WageType>(reader.GetString(13)),
        WageAmount = reader.GetInt32(14),
        WageAmountMax = Value<int>(reader, 15),
        HourlyEquivalent = Value<int>(reader, 16),
        PaidSameDay = reader.GetBoolean(17),
        WageNegotiable = reader.GetBoolean(18),
        Length = EnumText.Parse<EngagementLength>(reader.GetString(19)),
        Days = (WorkDays)reader.GetInt32(20),
        StartsOn = Value<DateOnly>(reader, 21),
        EndsOn = Value<DateOnly>(reader, 22),
        StartMinute = Value<int>(reader, 23),
        EndMinute = Value<int>(reader, 24),
        BreakMinutes = Value<int>(reader, 25),
        Bands = (TimeBands)reader.GetInt32(26),
        WeeklyHours = Value<double>(reader, 27),
        Headcount = reader.GetInt32(28),
        IsUrgent = reader.GetBoolean(29),
        MinimumAge = reader.GetInt32(30),
        Benefits = reader.GetFieldValue<List<string>>(31),
        PublishedAt = Value<DateTimeOffset>(reader, 32),
        ExpiresAt = Value<DateTimeOffset>(reader, 33),
        EndedAt = Value<DateTimeOffset>(reader, 34),
        CreatedAt = reader.GetFieldValue<DateTimeOffset>(35),
        UpdatedAt = reader.GetFieldValue<DateTimeOffset>(36),
        Version = reader.GetInt32(37),
        RecommendedAt = Value<DateTimeOffset>(reader, 38),
        Origin = EnumText.Parse<RecordOrigin>(reader.GetString(39)),
        ImportSource = Text(reader, 40),
        ImportKey = Text(reader, 41),
        ImportHash = Text(reader, 42),
    };

    private static T? Value<T>(NpgsqlDataReader reader, int column) where T : struct =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<T>(column);

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
