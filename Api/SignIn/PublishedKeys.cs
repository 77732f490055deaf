using System.Text.Json;

namespace Jobs.Api.SignIn;

/// <summary>The keys that an issuer publishes: found through its metadata, kept, and asked for again with restraint.</summary>
/// <remarks>
/// https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata and https://www.rfc-editor.org/rfc/rfc8414.
/// </remarks>
public sealed class PublishedKeys(
    string issuerName, Uri metadataAddress, SignatureAlgorithm algorithm, PublishedKeysOptions options, HttpClient http,
    TimeProvider time)
    : IssuerKeys
{
    private readonly Lock gate = new();
    private Task fetch = Task.CompletedTask;
    private long nextFetchAllowedAt = long.MinValue;
    private volatile KeyRing? ring;
    private Exception? lastFailure;

    public override async ValueTask<VerificationKey?> FindAsync(string? keyId, CancellationToken cancellationToken)
    {
        var known = ring;
        if (known is not null && time.GetElapsedTime(known.FetchedAt) < options.KeepFor && known.Find(keyId) is { } key)
            return key;

        // Too old, or a key never seen: a rotation, or somebody guessing. Guesses cost the issuer one fetch per interval.
        await FetchOnce(known).WaitAsync(cancellationToken);
        // An issuer out of reach keeps its last keys for a while: its outage need not sign everybody out.
        return ring is { } current && time.GetElapsedTime(current.FetchedAt) < options.KeepAtMost
            ? current.Find(keyId)
            : throw new KeysUnavailableException($"The keys of the issuer {issuerName} cannot be fetched.", lastFailure);
    }

    /// <summary>All who wait share one fetch, and none of them cancels it for the others.</summary>
    private Task FetchOnce(KeyRing? known)
    {
        lock (gate)
        {
            if (!fetch.IsCompleted) return fetch;
            var now = time.GetTimestamp();
            if (ring != known || now < nextFetchAllowedAt) return Task.CompletedTask;
            nextFetchAllowedAt = now + (long)(options.FetchAgainAfter.TotalSeconds * time.TimestampFrequency);
            return fetch = FetchAsync();
        }
    }

    private async Task FetchAsync()
    {
        try
        {
            using var metadata = await GetJsonAsync(metadataAddress);
            if (Text(metadata.RootElement, "issuer") != issuerName)
                throw new JsonException("The metadata document names another issuer.");
            if (!Uri.TryCreate(Text(metadata.RootElement, "jwks_uri"), UriKind.Absolute, out var keysAddress)
                || keysAddress.Scheme != metadataAddress.Scheme)
                throw new JsonException("The metadata document has no usable jwks_uri.");
            using var keySet = await GetJsonAsync(keysAddress);
            ring = new KeyRing(JsonWebKeys.Read(keySet.RootElement, algorithm), time.GetTimestamp());
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or OperationCanceledException
            or InvalidOperationException)
        {
            lastFailure = e;
        }
    }

    private async Task<JsonDocument> GetJsonAsync(Uri address)
    {
        using var timeout = new CancellationTokenSource(options.FetchTimeout);
        // HttpClient itself enforces MaxResponseContentBufferSize, so a huge answer ends in an HttpRequestException.
        var bytes = await http.GetByteArrayAsync(address, timeout.Token);
        return JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 16 });
    }

    private static string? Text(JsonElement parent, string name) => parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed record KeyRing(IReadOnlyList<(string? KeyId, VerificationKey Key)> Keys, long FetchedAt)
    {
        /// <summary>Without a "kid" in the token only a single key leaves no choice.</summary>
        public VerificationKey? Find(string? keyId) => keyId is null
            ? Keys.Count == 1 ? Keys[0].Key : null
            : Keys.FirstOrDefault(entry => entry.KeyId == keyId).Key;
    }
}
