using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jobs.Persistence;

/// <summary>The arms as one jsonb value: nobody asks the database about a part of them.</summary>
internal sealed class NoticeVariantsConverter() : ValueConverter<IReadOnlyList<NoticeVariant>, string>(
    variants => JsonSerializer.Serialize(variants, NoticeExperimentJson.Default.IReadOnlyListNoticeVariant),
    json => NoticeExperimentJson.Variants(json));

/// <summary>The testers as one jsonb value.</summary>
internal sealed class ExperimentTestersConverter() : ValueConverter<IReadOnlyList<ExperimentTester>, string>(
    testers => JsonSerializer.Serialize(testers, NoticeExperimentJson.Default.IReadOnlyListExperimentTester),
    json => NoticeExperimentJson.Testers(json));

/// <summary>Lists of records that are replaced as a whole and never changed within.</summary>
internal sealed class ReplacedListComparer<T>() : ValueComparer<IReadOnlyList<T>>(
    (left, right) => left!.SequenceEqual(right!), list => list.Count, list => list);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<NoticeVariant>))]
[JsonSerializable(typeof(IReadOnlyList<ExperimentTester>))]
internal sealed partial class NoticeExperimentJson : JsonSerializerContext
{
    public static IReadOnlyList<NoticeVariant> Variants(string json) =>
        JsonSerializer.Deserialize(json, Default.IReadOnlyListNoticeVariant) ?? [];

    public static IReadOnlyList<ExperimentTester> Testers(string json) =>
        JsonSerializer.Deserialize(json, Default.IReadOnlyListExperimentTester) ?? [];
}
