namespace Jobs.Persistence;

/// <summary>Reads employers with plain Npgsql, beside the posts that they belong to.</summary>
/// <remarks>The table goes by the name of <c>employer</c>.</remarks>
internal static class EmployerRow
{
    /// <summary>Comes after other columns; the id is among those already.</summary>
    public static void AddColumns(SqlText text, JobPostParts parts)
    {
        text.Add(", employer.display_name");
        if (HasKind(parts)) text.Add(", employer.kind, employer.neighborhood_id");
        if (HasVerification(parts)) text.Add(", employer.verification_level, employer.verified_at");
        if (IsWhole(parts)) text.Add(", employer.introduction, employer.created_at, employer.origin");
    }

    // Members are set in the order of the columns.
    public static Employer Read(ref RowReader row, long id, JobPostParts parts)
    {
        var (hasKind, hasVerification, isWhole) = (HasKind(parts), HasVerification(parts), IsWhole(parts));
        return new()
        {
            Id = id,
            DisplayName = row.Text(),
            Kind = hasKind ? row.Enum<EmployerKind>() : default,
            NeighborhoodId = hasKind ? row.Value<long>() : null,
            VerificationLevel = hasVerification ? row.Enum<VerificationLevel>() : default,
            VerifiedAt = hasVerification ? row.Value<DateTimeOffset>() : null,
            Introduction = isWhole ? row.TextOrNull() : null,
            CreatedAt = isWhole ? row.Instant() : default,
            Origin = isWhole ? row.Enum<RecordOrigin>() : default,
        };
    }

    private static bool HasKind(JobPostParts parts) => Has(parts, JobPostParts.EmployerKind);

    private static bool HasVerification(JobPostParts parts) => Has(parts, JobPostParts.EmployerVerification);

    private static bool IsWhole(JobPostParts parts) => Has(parts, JobPostParts.WholeEmployer);

    private static bool Has(JobPostParts parts, JobPostParts part) => (parts & part) == part;
}
