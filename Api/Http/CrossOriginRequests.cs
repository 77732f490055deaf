using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Http;

/// <summary>Tells browsers which other origins' pages may use the endpoint: none, unless the configuration names them.</summary>
/// <remarks>https://fetch.spec.whatwg.org/#http-cors-protocol</remarks>
public static class CrossOriginRequests
{
    private static readonly TimeSpan PreflightAge = TimeSpan.FromHours(2); // No browser keeps it longer.

    public static IApplicationBuilder UseCrossOriginRequests(this IApplicationBuilder app)
    {
        var origins = app.ApplicationServices.GetRequiredService<IOptions<GraphQLOptions>>().Value.AllowedOrigins;
        return origins.Count == 0 ? app : app.UseCors(policy => Allow(policy, origins));
    }

    // Credentials in the sense of CORS are cookies, which nothing here looks at. A token comes in a header of the page's own.
    private static void Allow(CorsPolicyBuilder policy, IReadOnlyList<string> origins) => policy
        .WithOrigins([.. origins])
        .WithMethods("GET", "HEAD", "POST")
        .AllowAnyHeader()
        .WithExposedHeaders("Retry-After", "WWW-Authenticate")
        .SetPreflightMaxAge(PreflightAge);
}
