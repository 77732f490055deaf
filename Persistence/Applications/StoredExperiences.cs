using System.Collections;
using System.Text.Json;

namespace Jobs.Persistence;

/// <summary>Experiences as the database has them: read when somebody looks, and written again without that.</summary>
internal sealed class StoredExperiences(string json) : IReadOnlyList<ApplicantExperience>
{
    private IReadOnlyList<ApplicantExperience>? read;

    public string Json => json;

    public int Count => Read.Count;

    public ApplicantExperience this[int index] => Read[index];

    private IReadOnlyList<ApplicantExperience> Read =>
        read ??= JsonSerializer.Deserialize(json, ApplicantExperiencesJson.Default.IReadOnlyListApplicantExperience) ?? [];

    public IEnumerator<ApplicantExperience> GetEnumerator() => Read.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
