namespace Jobs.Persistence;

/// <summary>Reads employers with plain Npgsql, alone or beside the rows that they belong to.</summary>
internal static class EmployerRow
{
    /// <summary>For a SELECT whose table goes by the name of <c>employer</c>.</summary>
    public const string Columns = "employer.id, employer.display_name, employer.kind, employer.neighborhood_id";

    /// <summary>The same with everything else, which comes behind.</summary>
    public const string WholeColumns = Columns + ", employer.introduction, employer.verification_level, employer.verified_at, "
        + "employer.created_at, employer.origin";

    // Members are set in the order of the columns.
    public static Employer Read(ref RowReader row, bool isWhole) => new()
    {
        Id = row.Int64(),
        DisplayName = row.Text(),
        Kind = row.Enum<EmployerKind>(),
        NeighborhoodId = row.Value<long>(),
        Introduction = isWhole ? row.TextOrNull() : null,
        VerificationLevel = isWhole ? row.Enum<VerificationLevel>() : default,
        VerifiedAt = isWhole ? row.Value<DateTimeOffset>() : null,
        CreatedAt = isWhole ? row.Instant() : default,
        Origin = isWhole ? row.Enum<RecordOrigin>() : default,
    };
}
