using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Jobs.Experiments;

namespace Jobs.Api.Mixpanel;

/// <summary>
/// A Mixpanel of one's own below <c>/mixpanel</c>, in Development and for this machine only. The client is the one that runs
/// in production; only the address differs.
/// </summary>
public static class MixpanelEndpoints
{
    public const string Path = "/mixpanel";

    private static readonly string[] AnyAddress = ["//[::]:", "//0.0.0.0:", "//*:", "//+:"];

    public static void MapMixpanel(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) return;
        var group = app.MapGroup(Path);
        group.MapPost("/import", Local(ImportAsync));
        group.MapPost("/track", Local(TrackAsync));
        group.MapPost("/engage", Local(EngageAsync));
        group.MapGet("/api/2.0/export", Local(ExportAsync));
        app.Lifetime.ApplicationStarted.Register(() =>
            app.Services.GetRequiredService<MixpanelAccount>().UseCollector(OwnAddress(app.Urls)));
    }

    // A page of another site that gets a browser to ask for its own name at this address is not of this machine either.
    private static RequestDelegate Local(Func<HttpContext, MixpanelCollector, Task> answer) => context =>
    {
        if (context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && IsLoopbackName(context.Request.Host.Host))
            return answer(context, context.RequestServices.GetRequiredService<MixpanelCollector>());
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    };

    private static bool IsLoopbackName(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static Uri OwnAddress(ICollection<string> urls)
    {
        var url = urls.FirstOrDefault(url => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) ?? urls.First();
        // An address of all the machine's addresses is none that could be asked.
        foreach (var any in AnyAddress) url = url.Replace(any, "//localhost:", StringComparison.Ordinal);
        return new Uri(url + Path);
    }

    private static async Task ImportAsync(HttpContext context, MixpanelCollector collector)
    {
        if (UserOf(context.Request) is not { } user) await WriteAsync(context, Unauthorized);
        else if (context.Request.Query["strict"] != "1")
            await WriteAsync(context, new(400, """{"error":"strict=1 is missing"}"""));
        else if (user.HasSecret && context.Request.Query["project_id"].Count == 0)
            await WriteAsync(context, new(400, """{"error":"project_id is missing"}"""));
        else if (await BodyAsync(context.Request) is not { } body) await WriteAsync(context, TooLarge);
        else await WriteAsync(context, await collector.ImportAsync(body, context.RequestAborted));
    }

    private static async Task TrackAsync(HttpContext context, MixpanelCollector collector)
    {
        if (await FormOrBodyAsync(context.Request) is not { } body) await WriteAsync(context, TooLarge);
        else await WriteAsync(context, await collector.TrackAsync(body, IsVerbose(context), context.RequestAborted));
    }

    private static async Task EngageAsync(HttpContext context, MixpanelCollector collector)
    {
        if (context.Request.Headers.ContentEncoding.Count > 0)
            await WriteAsync(context, new(400, """{"error":"profiles are not taken compressed","status":0}"""));
        else if (await FormOrBodyAsync(context.Request) is not { } body) await WriteAsync(context, TooLarge);
        else await WriteAsync(context, await collector.EngageAsync(body, IsVerbose(context), context.RequestAborted));
    }

    private static async Task ExportAsync(HttpContext context, MixpanelCollector collector)
    {
        var query = context.Request.Query;
        if (UserOf(context.Request) is null) await WriteAsync(context, Unauthorized);
        else if (!TryDay(query["from_date"], out var from) || !TryDay(query["to_date"], out var to) || to < from)
            await WriteAsync(context, new(400, """{"error":"from_date and to_date must be days: yyyy-mm-dd"}"""));
        else
        {
            string[] names = query["event"] is [{ } text] ? JsonSerializer.Deserialize<string[]>(text)! : [];
            context.Response.ContentType = "text/plain; charset=utf-8";
            await foreach (var line in collector.ExportAsync(from, to, names, context.RequestAborted))
                await context.Response.WriteAsync(line + "\n", context.RequestAborted);
        }
    }

    private static CollectorAnswer Unauthorized => new(401, """{"code":401,"error":"Invalid credentials","status":"error"}""");

    private static CollectorAnswer TooLarge =>
        new(413, """{"code":413,"error":"request exceeds max limit of 2097152 bytes","status":"error"}""");

    private static bool IsVerbose(HttpContext context) => context.Request.Query["verbose"] == "1";

    private static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static Task WriteAsync(HttpContext context, CollectorAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }

    /// <summary>A service account has a secret; a token stands alone.</summary>
    private static (string Name, bool HasSecret)? UserOf(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            || header is not { Scheme: "Basic", Parameter: { } text }) return null;
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length)) return null;
        return Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [{ Length: > 0 } name, var secret]
            ? (name, secret.Length > 0) : null;
    }

    /// <summary>The form's member <c>data</c>, plain or in base64, or the body itself.</summary>
    private static async Task<ReadOnlyMemory<byte>?> FormOrBodyAsync(HttpRequest request)
    {
        if (!request.HasFormContentType) return await BodyAsync(request);
        var data = (await request.ReadFormAsync(request.HttpContext.RequestAborted))["data"].ToString();
        var bytes = new byte[data.Length];
        return Convert.TryFromBase64String(data, bytes, out var length)
            ? bytes.AsMemory(0, length) : Encoding.UTF8.GetBytes(data);
    }

    /// <summary>Null: longer than Mixpanel takes.</summary>
    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request)
    {
        await using var stream = request.Headers.ContentEncoding == "gzip"
            ? new GZipStream(request.Body, CompressionMode.Decompress) : request.Body;
        var body = new MemoryStream();
        var chunk = new byte[64 * 1024];
        while (await stream.ReadAsync(chunk, request.HttpContext.RequestAborted) is > 0 and var read)
        {
            if (body.Length + read > MixpanelCollector.BodyBytesMax) return null;
            body.Write(chunk, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
