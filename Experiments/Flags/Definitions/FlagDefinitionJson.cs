using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jobs.Experiments;

/// <summary>Reads definitions strictly: a member that nobody knows is a mistake, not a comment.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(FlagDefinition))]
[JsonSerializable(typeof(FlagFilter[]))]
internal sealed partial class FlagDefinitionJson : JsonSerializerContext;

/// <summary>Definitions as text. Hangul stays readable: people read them in psql and in diffs.</summary>
internal static class FlagDefinitionText
{
    private static readonly FlagDefinitionJson Json = new(new JsonSerializerOptions(FlagDefinitionJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Of(FlagDefinition definition) => JsonSerializer.Serialize(definition, Json.FlagDefinition);
}
