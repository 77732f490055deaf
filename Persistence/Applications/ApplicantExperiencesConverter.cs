using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jobs.Persistence;

/// <summary>The frozen experiences as one jsonb value: nobody ever asks the database about a part of them.</summary>
internal sealed class ApplicantExperiencesConverter() : ValueConverter<IReadOnlyList<ApplicantExperience>, string>(
    experiences => Write(experiences), json => Read(json))
{
    private const string None = "[]"; // Most people.

    public static string Write(IReadOnlyList<ApplicantExperience> experiences) => experiences switch
    {
        StoredExperiences stored => stored.Json,
        { Count: 0 } => None,
        _ => JsonSerializer.Serialize(experiences, ApplicantExperiencesJson.Default.IReadOnlyListApplicantExperience),
    };

    public static IReadOnlyList<ApplicantExperience> Read(string json) => json == None ? [] : new StoredExperiences(json);
}

/// <summary>The list is frozen, so the same list is the only equal one.</summary>
internal sealed class ApplicantExperiencesComparer() : ValueComparer<IReadOnlyList<ApplicantExperience>>(
    (left, right) => ReferenceEquals(left, right), experiences => experiences.Count);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<ApplicantExperience>))]
internal sealed partial class ApplicantExperiencesJson : JsonSerializerContext;
