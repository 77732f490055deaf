using Npgsql;

namespace Jobs.Persistence;

/// <summary>Reads employers with plain Npgsql, beside the rows that they belong to.</summary>
internal static class EmployerRow
{
    private static readonly string[] Names =
    [
        "id", "display_name", "kind", "introduction", "neighborhood_id", "verification_level", "verified_at", "created_at", "origin",
    ];

    /// <summary>For a SELECT whose table goes by the name of <c>employer</c>.</summary>
    public static string Columns { get; } = string.Join(", ", Names.Select(name => $"employer.{name}"));

    /// <param name="reader">At a row.</param>
    /// <param name="first">Where its columns begin.</param>
    public static Employer Read(NpgsqlDataReader reader, int first) => new()
    {
        Id = reader.GetInt64(first),
        DisplayName = reader.GetString(first + 1),
        Kind = EnumText.Parse<EmployerKind>(reader.GetString(first + 2)),
        Introduction = reader.IsDBNull(first + 3) ? null : reader.GetString(first + 3),
        NeighborhoodId = reader.IsDBNull(first + 4) ? null : reader.GetInt64(first + 4),
        VerificationLevel = EnumText.Parse<VerificationLevel>(reader.GetString(first + 5)),
        VerifiedAt = reader.IsDBNull(first + 6) ? null : reader.GetFieldValue<DateTimeOffset>(first + 6),
        CreatedAt = reader.GetFieldValue<DateTimeOffset>(first + 7),
        Origin = EnumText.Parse<RecordOrigin>(reader.GetString(first + 8)),
    };
}
