namespace Jobs.Api.Transport;

/// <summary>The HTTP request that a scope belongs to: of a WebSocket, the one that opened it. None in the background.</summary>
/// <remarks>
/// Instead of an <see cref="IHttpContextAccessor"/>: wherever there is one, the server makes a new context for each request, and
/// everything that the request calls carries it along.
/// </remarks>
public sealed class CurrentRequest
{
    public HttpContext? Context { get; set; }
}

/// <summary>Tells the scope of a request which one it is.</summary>
public static class CurrentRequestRegistration
{
    public static IServiceCollection AddCurrentRequest(this IServiceCollection services) => services.AddScoped<CurrentRequest>();

    /// <summary>For everything behind it. GraphQL's transports do it themselves, for requests that ask for anything.</summary>
    public static IApplicationBuilder UseCurrentRequest(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.RequestServices.GetRequiredService<CurrentRequest>().Context = context;
        return next(context);
    });
}
