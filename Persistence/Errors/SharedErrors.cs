namespace Jobs.Persistence;

/// <summary>What all instances have seen, as far as it changed since somebody last asked.</summary>
/// <param name="Errors">Those that changed, the one that was seen last at the end.</param>
/// <param name="Minutes">Their last minutes.</param>
/// <param name="Hours">Their last hours.</param>
/// <param name="Viewers">Who ran into them.</param>
/// <param name="Operations">Requests of the last minutes, of all operations.</param>
/// <param name="Variants">Requests of the last hours, of all variants.</param>
/// <param name="Releases">When each version was first started.</param>
/// <param name="ExperimentStarts">Since when each running experiment has been shown without a pause, by its key.</param>
/// <param name="ReadAt">By the database's clock: what to ask with next time.</param>
public sealed record SharedErrors(
    IReadOnlyList<KnownError> Errors, IReadOnlyList<KnownErrorMinute> Minutes, IReadOnlyList<KnownErrorHour> Hours,
    IReadOnlyList<KnownErrorViewer> Viewers, IReadOnlyList<OperationMinute> Operations, IReadOnlyList<VariantHour> Variants,
    IReadOnlyList<Release> Releases, IReadOnlyDictionary<string, DateTimeOffset> ExperimentStarts, DateTimeOffset ReadAt);
