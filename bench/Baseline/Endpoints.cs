using System.Buffers;
using System.Text.Json;

namespace Jobs.Baseline;

/// <summary>The operations of the benchmark, each written by hand, each at an address of its own.</summary>
internal sealed class Endpoints(Sessions sessions, Bearer bearer, byte[] introspection)
{
    private static readonly byte[] Typename = """{"data":{"__typename":"Query"}}"""u8.ToArray();

    public Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/q1" => AnswerAsync(context, static (session, json, variables, _) => session.PostById.WriteAsync(json, variables)),
        "/q2" => AnswerAsync(context, static (session, json, variables, _) => session.NewestPosts.WriteAsync(json, variables)),
        "/q3" => AnswerViewerAsync(
            context, static (session, json, variables, viewer) => session.Inbox.WriteAsync(json, variables, viewer)),
        "/q4" => SendAsync(context, Typename),
        "/q5" => SendAsync(context, introspection),
        "/q6" => AnswerViewerAsync(
            context, static (session, json, variables, viewer) => session.MobileFeed.WriteAsync(json, variables, viewer)),
        "/q7" => AnswerViewerAsync(
            context, static (session, json, variables, viewer) => session.Apply.WriteAsync(json, variables, viewer)),
        _ => NotFound(context),
    };

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private async Task AnswerViewerAsync(HttpContext context, Func<Session, Utf8JsonWriter, Variables, long, Task> write) =>
        await AnswerAsync(context, write, await bearer.UserIdAsync(context.Request.Headers.Authorization));

    private async Task AnswerAsync(
        HttpContext context, Func<Session, Utf8JsonWriter, Variables, long, Task> write, long viewer = 0)
    {
        var body = await ReadAsync(context.Request);
        var variables = Variables.Read(body);
        context.Request.BodyReader.AdvanceTo(body.End);
        context.Response.ContentType = "application/json; charset=utf-8";
        var session = await sessions.TakeAsync();
        try
        {
            session.Body.ResetWrittenCount();
            session.Json.Reset(session.Body);
            await write(session, session.Json, variables, viewer);
            session.Json.Flush();
            context.Response.ContentLength = session.Body.WrittenCount; // Without it the answer goes in chunks.
            await context.Response.BodyWriter.WriteAsync(session.Body.WrittenMemory);
        }
        finally
        {
            sessions.Return(session);
        }
    }

    // The request is read as well, like that of any client.
    private static async Task SendAsync(HttpContext context, byte[] answer)
    {
        var body = await ReadAsync(context.Request);
        context.Request.BodyReader.AdvanceTo(body.End);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.BodyWriter.WriteAsync(answer);
    }

    private static async ValueTask<ReadOnlySequence<byte>> ReadAsync(HttpRequest request)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync();
            if (read.IsCompleted) return read.Buffer;
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
