using System.Text.Json.Serialization;

namespace Jobs.Experiments;

/// <summary>What a snapshot is made of: rows of one moment.</summary>
internal sealed record ServedRows(
    long Revision, IReadOnlyList<FeatureFlag> Flags, IReadOnlyList<NoticeExperiment> Experiments)
{
    public static readonly ServedRows None = new(0, [], []);
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ServedRows))]
internal sealed partial class ServedRowsJson : JsonSerializerContext;
