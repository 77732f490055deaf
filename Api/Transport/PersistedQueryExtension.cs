using System.Text.Json;

namespace Jobs.Api.Transport;

/// <summary>Apollo's <c>extensions.persistedQuery</c>: the hash of a document, sent instead of its text or beside it.</summary>
/// <remarks>https://www.apollographql.com/docs/apollo-server/performance/apq</remarks>
public static class PersistedQueryExtension
{
    private const int KnownVersion = 1;

    /// <summary>Null if the extensions do not speak of a persisted query.</summary>
    /// <exception cref="TransportException">They do, and not as the protocol has it.</exception>
    public static string? HashIn(JsonElement extensions)
    {
        if (extensions.ValueKind != JsonValueKind.Object) return null;
        if (!extensions.TryGetProperty("persistedQuery", out var reference) || reference.ValueKind == JsonValueKind.Null) return null;
        if (reference.ValueKind == JsonValueKind.Object
            && reference.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number
            && version.TryGetInt32(out var number) && number == KnownVersion
            && reference.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String)
            return hash.GetString();
        throw TransportException.BadRequest(
            $"extensions.persistedQuery must have \"version\": {KnownVersion} and a string \"sha256Hash\".");
    }
}
