using System.Text.Encodings.Web;
using Jobs.Api.SignIn;
using Jobs.Schema;

namespace Jobs.Api.WebConsole;

/// <summary>A page for what went wrong: the number under which the log has it, and nothing of what it was.</summary>
public sealed class ConsoleErrors(ErrorPresenter presenter)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            // The framework's answer to a form without its secret is a line of text, for developers.
            if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false })
                await WriteAsync(context, StatusCodes.Status400BadRequest, FormRefused(ConsoleLanguage.Of(context)));
        }
        catch (Exception exception) when (!context.Response.HasStarted
            && exception is not (OperationCanceledException or BadHttpRequestException))
        {
            var error = presenter.Mask(exception);
            var status = exception is KeysUnavailableException
                ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
            await WriteAsync(context, status, Failed(ConsoleLanguage.Of(context), $"{error.Extensions?["errorId"]}"));
        }
    }

    private static async Task WriteAsync(HttpContext context, int status, string words)
    {
        context.Response.Clear();
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.XFrameOptions = "DENY";
        ConsoleHeaders.Set(context);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(Page(ConsoleLanguage.Of(context), words));
    }

    private static string FormRefused(RequestLanguage language) => $"""
        <h1>{language.Say("보낸 것을 받지 않았어요", "The form was not accepted")}</h1>
        <p>{language.Say("화면을 너무 오래 열어 두었거나 다시 로그인했을 때 그래요. 화면을 다시 열어 주세요.",
            "This happens when a page was open for long, or after signing in again. Open the page again.")}</p>
        """;

    private static string Failed(RequestLanguage language, string errorId) => $"""
        <h1>{language.Say("문제가 생겼어요", "Something went wrong")}</h1>
        <p>{language.Say("아무것도 바뀌지 않았을 수 있어요. 다시 열어 확인해 주세요.", "Perhaps nothing was changed. Open the page again and see.")}</p>
        <p>{language.Say("문의할 때 알려 줄 번호", "The number to ask with")}: <code>{HtmlEncoder.Default.Encode(errorId)}</code></p>
        """;

    private static string Page(RequestLanguage language, string words) => $"""
        <!DOCTYPE html>
        <html lang="{ConsoleLanguage.Tag(language)}">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Jobs</title>
        <link rel="stylesheet" href="{ConsoleAssets.AddressOf("console.css")}">
        </head>
        <body><main class="alone">
        {words}
        <p><a href="{ConsolePaths.Root}">{language.Say("실험 목록으로", "To the experiments")}</a></p>
        </main></body>
        </html>
        """;
}
