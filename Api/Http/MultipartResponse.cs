using System.Buffers;
using Jobs.GraphQL;
using Microsoft.AspNetCore.Http.Features;

namespace Jobs.Api.Http;

/// <summary>Writes an answer as multipart/mixed: a part per result, each sent as soon as it is there.</summary>
/// <remarks>https://github.com/graphql/graphql-over-http/blob/main/rfcs/IncrementalDelivery.md</remarks>
public sealed class MultipartResponse(ErrorPresenter presenter)
{
    // JSON never has a line that begins with two hyphens, so the shortest boundary will do.
    private static ReadOnlySpan<byte> Boundary => "\r\n---"u8;

    private static ReadOnlySpan<byte> PartHeader => "\r\nContent-Type: application/json; charset=utf-8\r\n\r\n"u8;

    /// <param name="context">Its status and headers are set already.</param>
    /// <param name="services">Of the operation.</param>
    /// <param name="answer">Has a first result.</param>
    public async Task WriteAsync(HttpContext context, IServiceProvider services, GraphQLResponse answer)
    {
        context.Response.Headers["X-Accel-Buffering"] = "no"; // nginx would wait for a buffer full.
        context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        var output = context.Response.BodyWriter;
        output.Write(Boundary);
        using (answer.Initial) await WritePartAsync(context, answer.Initial!);
        if (answer.Following is { } following)
        {
            await foreach (var result in following.WithCancellation(context.RequestAborted))
            {
                presenter.Log(result, services);
                using (result) await WritePartAsync(context, result);
            }
        }
        output.Write("--\r\n"u8);
        await output.FlushAsync(context.RequestAborted);
    }

    /// <summary>The boundary goes with the part before it: clients take a part for whole only when they see one.</summary>
    private static async ValueTask WritePartAsync(HttpContext context, GraphQLResult result)
    {
        var output = context.Response.BodyWriter;
        output.Write(PartHeader);
        result.WriteTo(output);
        output.Write(Boundary);
        await output.FlushAsync(context.RequestAborted); // Waits for a client that reads slowly.
    }
}
