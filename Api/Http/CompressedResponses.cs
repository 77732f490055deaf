using Microsoft.AspNetCore.ResponseCompression;

namespace Jobs.Api.Http;

/// <summary>Brotli or gzip for whoever accepts it, but never for a stream: its parts must not wait for each other.</summary>
/// <remarks>
/// Over TLS too. BREACH needs a secret in the answer, and a page that makes the victim's browser ask in the victim's name. No
/// answer holds a token, and no browser adds one by itself: docs/decisions/0016-graphql-over-http.md.
/// </remarks>
public static class CompressedResponses
{
    public static IServiceCollection AddCompressedResponses(this IServiceCollection services) =>
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["application/json", "application/graphql-response+json"];
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
}
