namespace Jobs.Api.Http;

/// <summary>Headers that every answer carries: no guessing of types, no framing, no addresses handed on.</summary>
public static class ResponseHeaders
{
    public static IApplicationBuilder UseSafeResponseHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    });
}
