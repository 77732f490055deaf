using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Jobs.AnalyticsBenchmark;

/// <summary>A receiver that takes everything and only counts, so that what is measured is the sender.</summary>
internal static class CountingReceiver
{
    public static Task RunAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var app = builder.Build();
        app.Run(AnswerAsync);
        return app.RunAsync();
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        await using var body = new GZipStream(context.Request.Body, CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        var braces = 0;
        while (await body.ReadAsync(buffer) is > 0 and var bytes) braces += buffer.AsSpan(0, bytes).Count((byte)'}');
        // An event is an object with one object in it, and no text of the benchmark has a brace.
        await context.Response.WriteAsync(string.Create(
            CultureInfo.InvariantCulture, $$"""{"code":200,"num_records_imported":{{braces / 2}},"status":"OK"}"""));
    }
}
