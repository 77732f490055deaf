using System.Text;
using System.Text.Encodings.Web;
using Jobs.Api.SignIn;
using Jobs.Schema;
using Microsoft.AspNetCore.Antiforgery;
using Npgsql;

namespace Jobs.Api.WebConsole;

/// <summary>A page for what went wrong: the number under which the log has it, and nothing of what it was.</summary>
public sealed class ConsoleErrors(ErrorPresenter presenter)
{
    private const string RetrySeconds = "5";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        // Held back until it is whole: a page that breaks off half way, or a line of text for developers, can still be replaced.
        var body = context.Response.Body;
        using var page = new MemoryStream();
        context.Response.Body = page;
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync();
        }
        catch (Exception exception) when (!context.Response.HasStarted
            && exception is not (OperationCanceledException or BadHttpRequestException))
        {
            var error = presenter.Mask(exception, context);
            var isAway = IsAway(exception);
            var status = isAway ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
            Replace(context, page, status, Failed(ConsoleLanguage.Of(context), isAway, $"{error.Extensions?["errorId"]}"));
        }
        finally
        {
            context.Response.Body = body;
        }
        if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false }) RefuseForm(context, page);
        // The page that signs people in says for itself who may not come in.
        if (context.Response is { StatusCode: StatusCodes.Status403Forbidden, HasStarted: false } && page.Length == 0)
            Replace(context, page, StatusCodes.Status403Forbidden, Forbidden(ConsoleLanguage.Of(context)));
        page.Position = 0;
        await page.CopyToAsync(body, context.RequestAborted);
    }

    /// <summary>What the console needs cannot be reached: time mends it.</summary>
    private static bool IsAway(Exception? exception) => exception switch
    {
        null => false,
        KeysUnavailableException or TimeoutException or NpgsqlException { IsTransient: true } => true,
        // What a database says that is there and lets nobody in.
        PostgresException { SqlState: PostgresErrorCodes.ObjectNotInPrerequisiteState } => true,
        _ => IsAway(exception.InnerException),
    };

    private static void RefuseForm(HttpContext context, MemoryStream page)
    {
        var isTooLong = context.Features.Get<IAntiforgeryValidationFeature>()?.Error?.InnerException
            is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge };
        Replace(
            context, page, isTooLong ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest,
            FormRefused(ConsoleLanguage.Of(context), isTooLong));
    }

    private static void Replace(HttpContext context, MemoryStream page, int status, string words)
    {
        context.Response.Clear();
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.XFrameOptions = "DENY";
        ConsoleHeaders.Set(context);
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = RetrySeconds;
        context.Response.ContentType = "text/html; charset=utf-8";
        page.SetLength(0);
        page.Write(Encoding.UTF8.GetBytes(Page(ConsoleLanguage.Of(context), words)));
    }

    private static string FormRefused(RequestLanguage language, bool isTooLong) => $"""
        <h1>{language.Say("보낸 것을 받지 않았어요", "The form was not accepted")}</h1>
        <p>{(isTooLong ? language.Say("글이 너무 길어요. 줄여서 다시 보내 주세요.", "It is too long. Shorten it and send it again.")
            : language.Say("화면을 너무 오래 열어 두었거나 다시 로그인했을 때 그래요. 화면을 다시 열어 주세요.",
                "This happens when a page was open for long, or after signing in again. Open the page again."))}</p>
        """;

    private static string Forbidden(RequestLanguage language) => $"""
        <h1>{language.Say("운영자만 볼 수 있어요", "For operators only")}</h1>
        <p>{language.Say("이 화면은 운영자 역할이 있는 사람이 써요. 그 역할이 있는 토큰으로 다시 로그인해 주세요.",
            "This page is for people with the role of an operator. Sign in again with a token that has it.")}</p>
        """;

    private static string Failed(RequestLanguage language, bool isAway, string errorId) => $"""
        <h1>{(isAway ? language.Say("지금은 쓸 수 없어요", "Not available right now")
            : language.Say("문제가 생겼어요", "Something went wrong"))}</h1>
        <p>{(isAway ? language.Say(
            "데이터베이스가 잠깐 대답하지 않아요. 몇 초 뒤에 다시 열어 주세요. 진행 중인 실험과 플래그는 그대로 동작해요.",
            "The database does not answer at the moment. Open the page again in some seconds. "
                + "Flags and running experiments go on.")
            : language.Say("아무것도 바뀌지 않았을 수 있어요. 다시 열어 확인해 주세요.",
                "Perhaps nothing was changed. Open the page again and see."))}</p>
        <p>{language.Say("문의할 때 알려 줄 번호", "The number to ask with")}: <code>{HtmlEncoder.Default.Encode(errorId)}</code></p>
        """;

    private static string Page(RequestLanguage language, string words) => $"""
        <!DOCTYPE html>
        <html lang="{ConsoleLanguage.Tag(language)}">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Jobs</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="{ConsoleAssets.AddressOf("console.css")}">
        </head>
        <body>
        <header class="bar"><div class="bar-inner"><a class="brand" href="{ConsolePaths.Root}">Jobs</a></div></header>
        <main class="alone">
        {words}
        <p><a href="{ConsolePaths.Root}">{language.Say("실험 목록으로", "To the experiments")}</a></p>
        </main></body>
        </html>
        """;
}
