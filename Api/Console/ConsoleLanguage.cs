using Jobs.Api.Http;
using Jobs.Schema;

namespace Jobs.Api.WebConsole;

/// <summary>The console's language: what the switch was set to last, else what the browser prefers.</summary>
public static class ConsoleLanguage
{
    public const string Parameter = "language";
    public const string Cookie = "jobs-console-language";
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);

    public static RequestLanguage Of(HttpContext context) =>
        Find(context.Request.Query[Parameter]) ?? Find(context.Request.Cookies[Cookie]) ?? AcceptedLanguage.Of(context);

    /// <summary>Remembers the switch. It changes what is read and nothing else, so a link may set it.</summary>
    public static void Remember(HttpContext context)
    {
        if (Find(context.Request.Query[Parameter]) is not { } language) return;
        context.Response.Cookies.Append(Cookie, Tag(language), new CookieOptions
        {
            Path = ConsolePaths.Root,
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            MaxAge = KeptFor,
            Secure = context.Request.IsHttps,
        });
    }

    public static string Tag(RequestLanguage language) => language.IsEnglish ? "en" : "ko";

    private static RequestLanguage? Find(string? tag) => tag switch
    {
        "ko" => RequestLanguage.Korean,
        "en" => RequestLanguage.English,
        _ => null,
    };
}
