using Npgsql;

namespace Jobs.Persistence.Import;

/// <summary>Some posts as rows of <c>job_posts</c>, ready for the wire but for the ids of their employers.</summary>
internal sealed class PostBatch(int rowsMax) : IDisposable
{
    /// <summary>What a row says for itself; a newer sighting of the same post replaces these.</summary>
    public const string ContentColumns =
        "employer_id, title, description, category_id, neighborhood_id, address, latitude, longitude, public_latitude, "
        + "public_longitude, wage_type, wage_amount, hourly_equivalent, paid_same_day, length, start_minute, end_minute, bands, "
        + "is_urgent, minimum_age, published_at, recommended_at, search_text, import_source, import_key, import_hash, updated_at";

    /// <summary>Every column that an import fills, in the order of the rows.</summary>
    public const string Columns =
        ContentColumns + ", status, hide_exact_address, wage_negotiable, days, headcount, created_at, version, origin, benefits";

    private const int BytesOfRow = 600; // What the known files need, generously; the buffer grows where it is not enough.
    private const int ChunkBytes = 64 * 1024;

    private static readonly short ColumnCount = (short)Columns.Split(", ").Length;

    // An array of text without elements: no dimensions, no nulls, the type's number.
    private static readonly byte[] NoBenefits = [0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 25];

    private readonly BinaryRows _rows = new(rowsMax * BytesOfRow);
    private readonly List<(string Name, int Position)> _employers = new(rowsMax);

    public int Count => _employers.Count;

    public IEnumerable<string> EmployerNames => _employers.Select(employer => employer.Name);

    public void Add(JobPost post, string employerName)
    {
        _rows.StartRow(ColumnCount);
        _employers.Add((employerName, _rows.BigInteger(0)));
        _rows.Text(post.Title);
        _rows.Text(post.Description);
        _rows.Integer(post.CategoryId);
        _rows.BigInteger(post.NeighborhoodId);
        _rows.Text(post.Address);
        _rows.Double(post.Latitude);
        _rows.Double(post.Longitude);
        _rows.Double(post.PublicLatitude);
        _rows.Double(post.PublicLongitude);
        _rows.Text(EnumText.Of(post.WageType));
        _rows.Integer(post.WageAmount);
        _rows.Integer(post.HourlyEquivalent);
        _rows.Boolean(post.PaidSameDay);
        _rows.Text(EnumText.Of(post.Length));
        _rows.Integer(post.StartMinute);
        _rows.Integer(post.EndMinute);
        _rows.Integer((int)post.Bands);
        _rows.Boolean(post.IsUrgent);
        _rows.Integer(post.MinimumAge);
        _rows.Timestamp(post.PublishedAt);
        _rows.Timestamp(post.RecommendedAt);
        _rows.Text(post.SearchText);
        _rows.Text(post.ImportSource);
        _rows.Text(post.ImportKey);
        _rows.Text(post.ImportHash);
        _rows.Timestamp(post.UpdatedAt);
        _rows.Text(EnumText.Of(post.Status));
        _rows.Boolean(post.HideExactAddress);
        _rows.Boolean(post.WageNegotiable);
        _rows.Integer((int)post.Days);
        _rows.Integer(post.Headcount);
        _rows.Timestamp(post.CreatedAt);
        _rows.Integer(post.Version);
        _rows.Text(EnumText.Of(post.Origin));
        _rows.Raw(NoBenefits);
    }

    /// <summary>Sends the rows to a table by binary COPY.</summary>
    /// <param name="table">The table; it has <see cref="Columns"/>.</param>
    /// <param name="employerIds">Of all employers in the batch.</param>
    /// <param name="connection">Where to.</param>
    /// <param name="cancellationToken">Heeded before the first row; half a message would cost the connection.</param>
    public async Task CopyToAsync(
        string table, IReadOnlyDictionary<string, long> employerIds, NpgsqlConnection connection,
        CancellationToken cancellationToken)
    {
        foreach (var (name, position) in _employers) _rows.SetBigInteger(position, employerIds[name]);
        _rows.Complete();
        await using var copy = await connection.BeginRawBinaryCopyAsync(
            $"COPY {table} ({Columns}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        // In pieces: PostgreSQL takes rows in while the next ones are on their way.
        for (var rest = _rows.Bytes; !rest.IsEmpty; rest = rest[Math.Min(ChunkBytes, rest.Length)..])
            await copy.WriteAsync(rest[..Math.Min(ChunkBytes, rest.Length)], CancellationToken.None);
    }

    public void Dispose() => _rows.Dispose();
}
