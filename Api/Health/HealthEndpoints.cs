namespace Jobs.Api.Health;

/// <summary>What load balancers ask: whether the process runs, and whether it should get requests.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Json(new { status = "live" }));
        endpoints.MapGet("/health/ready", async (Readiness readiness, HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return await readiness.ProblemAsync(context.RequestAborted) is { } reason
                ? Results.Json(new { status = "not ready", reason }, statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Json(new { status = "ready" });
        });
    }
}
