namespace Jobs.Persistence;

/// <summary>Reads employers with plain Npgsql, alone or beside the rows that they belong to.</summary>
internal static class EmployerRow
{
    /// <summary>For a SELECT whose table goes by the name of <c>employer</c>.</summary>
    public const string Columns = "employer.id, employer.display_name, employer.kind, employer.introduction, employer.neighborhood_id, "
        + "employer.verification_level, employer.verified_at, employer.created_at, employer.origin";

    public static Employer Read(ref RowReader row) => new()
    {
        Id = row.Int64(),
        DisplayName = row.Text(),
        Kind = row.Enum<EmployerKind>(),
        Introduction = row.TextOrNull(),
        NeighborhoodId = row.Value<long>(),
        VerificationLevel = row.Enum<VerificationLevel>(),
        VerifiedAt = row.Value<DateTimeOffset>(),
        CreatedAt = row.Instant(),
        Origin = row.Enum<RecordOrigin>(),
    };
}
