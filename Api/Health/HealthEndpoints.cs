namespace Jobs.Api.Health;

/// <summary>What load balancers ask: whether the process runs, and whether it should get requests.</summary>
public static class HealthEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head]; // Some load balancers ask with HEAD.

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/health/live", Methods, () => Results.Json(new { status = "live" }));
        endpoints.MapMethods("/health/ready", Methods, async (Readiness readiness, HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return await readiness.ProblemAsync(context.RequestAborted) is { } reason
                ? Results.Json(new { status = "not ready", reason }, statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Json(new { status = "ready" });
        });
    }
}
