namespace Jobs.Api.Http;

/// <summary>Headers that keep browsers from guessing types, framing pages and handing addresses on.</summary>
public static class ResponseHeaders
{
    /// <summary>
    /// Those that every answer carries. What a browser would show as a page has more; the answer to a POST is one only if it is a
    /// form's, the console's. The server knows none of these names, so each costs more than an ordinary header does.
    /// </summary>
    public static IApplicationBuilder UseSafeResponseHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsPost(context.Request.Method)) SetForPage(context.Response.Headers);
        return next(context);
    });

    public static void SetForPage(IHeaderDictionary headers)
    {
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
    }
}
