using Jobs.Persistence;

namespace Jobs.Api.Triage;

/// <summary>What an instance saw of all errors and has not told the others, also of those that made room meanwhile.</summary>
internal sealed class PendingErrors(int max)
{
    private Dictionary<string, PendingError> errors = [];

    public PendingError? Find(string id) => errors.GetValueOrDefault(id);

    /// <summary>Null while the database is away and so many others wait for it: this one waits for its next sighting.</summary>
    public PendingError? Of(ErrorFingerprint fingerprint)
    {
        if (errors.TryGetValue(fingerprint.Id, out var pending)) return pending;
        if (errors.Count >= max) return null;
        return errors[fingerprint.Id] = new PendingError(fingerprint);
    }

    public IReadOnlyCollection<PendingError> Take()
    {
        var taken = errors;
        errors = [];
        return taken.Values;
    }

    public void PutBack(ErrorDeltas deltas, int present)
    {
        foreach (var row in deltas.Errors) Of(ErrorFingerprint.Of(row))?.PutBack(row);
        foreach (var row in deltas.Minutes) Find(row.ErrorId)?.PutBack(row, present);
        foreach (var row in deltas.Viewers) Find(row.ErrorId)?.PutBack(row);
    }
}
