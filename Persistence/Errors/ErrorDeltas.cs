namespace Jobs.Persistence;

/// <summary>What an instance has seen since it last told: what to add, not what there is.</summary>
/// <param name="Errors">Their numbers of sightings are those since then.</param>
/// <param name="Minutes">When those were. Hours are added up from them.</param>
/// <param name="Viewers">Who ran into them.</param>
/// <param name="Operations">Requests, so that shares can be taken.</param>
/// <param name="Variants">Requests of people in experiments.</param>
/// <param name="Releases">Versions of the service that run here.</param>
public sealed record ErrorDeltas(
    IReadOnlyList<KnownError> Errors, IReadOnlyList<KnownErrorMinute> Minutes, IReadOnlyList<KnownErrorViewer> Viewers,
    IReadOnlyList<OperationMinute> Operations, IReadOnlyList<VariantHour> Variants, IReadOnlyList<Release> Releases)
{
    public bool IsEmpty => this is
    {
        Errors.Count: 0, Minutes.Count: 0, Viewers.Count: 0, Operations.Count: 0, Variants.Count: 0, Releases.Count: 0,
    };
}
