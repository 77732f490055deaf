using System.Threading.Channels;
using Npgsql;

namespace Jobs.Persistence.Import;

/// <summary>
/// Imports job postings from files: understood on one thread, stored by connections of their own, in memory that stays flat.
/// </summary>
public sealed class JobPostImport
{
    private const string UnknownFormat =
        "None of the known formats: its first line is neither one of their headers nor a posting.";
    private const int BatchRows = 5_000;
    private const int BatchesAhead = 2;

    private readonly NpgsqlDataSource _dataSource;
    private readonly TimeProvider _clock;
    private readonly IProgress<ImportProgress>? _progress;
    private readonly int _batchRows;
    private readonly PostingReader _reader = new(new PlaceIndex(KnownNeighborhoods.Shipped.All));

    internal JobPostImport(
        NpgsqlDataSource dataSource, TimeProvider clock, IProgress<ImportProgress>? progress, int batchRows = BatchRows)
    {
        _dataSource = dataSource;
        _clock = clock;
        _progress = progress;
        _batchRows = batchRows;
    }

    /// <summary>
    /// Imports the files one after the other; a file that cannot be read is a problem in the report, not the end of the run.
    /// </summary>
    /// <param name="files">What to import.</param>
    /// <param name="dataSource">A migrated database.</param>
    /// <param name="clock">Now.</param>
    /// <param name="progress">Told after each stored batch.</param>
    /// <param name="cancellationToken">Stops between two batches; what is stored stays.</param>
    public static async Task<ImportReport> RunAsync(
        IEnumerable<ImportFile> files, NpgsqlDataSource dataSource, TimeProvider clock,
        IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var import = new JobPostImport(dataSource, clock, progress);
        var reports = new List<ImportFileReport>();
        foreach (var file in files) reports.Add(await import.RunAsync(file, cancellationToken));
        return new ImportReport(reports);
    }

    internal async Task<ImportFileReport> RunAsync(ImportFile file, CancellationToken cancellationToken)
    {
        SourceFile? source;
        try
        {
            source = SourceFile.Open(file.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ImportFileReport { Path = file.Path, Problem = e.Message };
        }
        if (source is null)
            return new ImportFileReport { Path = file.Path, Problem = UnknownFormat };
        using (source) return await RunAsync(file, source, cancellationToken);
    }

    private async Task<ImportFileReport> RunAsync(ImportFile file, SourceFile source, CancellationToken cancellationToken)
    {
        using var rejected = new RejectedRows(RejectedRows.PathFor(file.Path), source.Format.Columns);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var counts = new ImportCounts();
        var batches = Channel.CreateBounded<PostBatch>(BatchesAhead);
        var read = Task.Run(() => ReadAsync(file, source, rejected, counts, batches.Writer, stop.Token), CancellationToken.None);
        var write = new BatchWriters(
            _dataSource, _clock, batches.Reader, OnStored, () => Report(isMakingIndexes: true), stop).RunAsync();
        await Task.WhenAll(read, write);
        return new ImportFileReport
        {
            Path = file.Path,
            Format = source.Format.Format,
            Read = counts.Read,
            Imported = counts.Imported,
            Updated = counts.Updated,
            Unchanged = counts.Unchanged,
            Rejected = counts.Rejected,
            RejectedPath = rejected.Finish(),
        };

        void OnStored(int rows, long imported, long updated)
        {
            counts.AddStored(rows, imported, updated);
            Report(isMakingIndexes: false);
        }

        void Report(bool isMakingIndexes) => _progress?.Report(
            new ImportProgress(file.Path, source.BytesRead, source.BytesTotal, counts.Read, isMakingIndexes));
    }

    private async Task ReadAsync(ImportFile file, SourceFile source, RejectedRows rejected, ImportCounts counts,
        ChannelWriter<PostBatch> batches, CancellationToken cancellationToken)
    {
        try
        {
            var now = _clock.GetUtcNow();
            var snapshotAt = file.SnapshotAt ?? WholeSecond(File.GetLastWriteTimeUtc(file.Path));
            var batch = new PostBatch(_batchRows);
            while (source.Next() is { } record)
            {
                counts.AddRead();
                ImportedPost? post = null;
                var fault = record.Fault ?? source.Format.TryRead(record.Fields, out var posting)
                    ?? _reader.TryRead(posting!, source.Format.Source, snapshotAt, now, out post);
                if (fault is { } reason)
                {
                    counts.AddRejected(reason);
                    rejected.Add(reason, record.Fields);
                    continue;
                }
                batch.Add(post!.Post, post.EmployerName);
                if (batch.Count < _batchRows) continue;
                await batches.WriteAsync(batch, cancellationToken);
                batch = new PostBatch(_batchRows);
            }
            if (batch.Count > 0) await batches.WriteAsync(batch, cancellationToken);
            batches.Complete();
        }
        catch (Exception e)
        {
            batches.Complete(e);
            throw;
        }
    }

    private static DateTimeOffset WholeSecond(DateTime utc) =>
        new(utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerSecond)), TimeSpan.Zero);
}
