using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Jobs.Api.WebConsole.SignIn;

/// <summary>The two cookies that open the console: who is signed in, and that a form is one of its own.</summary>
public static class ConsoleCookies
{
    public const string Scheme = "console";
    public const string Policy = "console";
    public const string ReturnParameter = "return";
    private const string SignInName = "jobs-console";
    private const string FormName = "jobs-console-form";

    /// <summary>Outside Development no browser sends it in the clear, and none takes it from a neighbouring host.</summary>
    public static string NameOf(string name, bool isDevelopment) => isDevelopment ? name : $"__Host-{name}";

    public static void Configure(CookieAuthenticationOptions options, bool isDevelopment)
    {
        options.Cookie = new ConsoleCookie(NameOf(SignInName, isDevelopment), isDevelopment);
        options.SlidingExpiration = false;
        options.LoginPath = ConsolePaths.SignIn;
        options.ReturnUrlParameter = ReturnParameter;
        // ConsoleErrors writes the page: whoever is signed in and no operator may not see errors.
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    public static void Configure(AntiforgeryOptions options, bool isDevelopment)
    {
        options.Cookie = new ConsoleCookie(NameOf(FormName, isDevelopment), isDevelopment);
        options.SuppressXFrameOptionsHeader = true; // DENY stands there already, and the framework would soften it.
    }

    /// <summary>
    /// Secure by its environment, not by the request: behind a proxy that ends TLS every request looks like plain HTTP.
    /// </summary>
    private sealed class ConsoleCookie : CookieBuilder
    {
        private readonly bool isDevelopment;

        public ConsoleCookie(string name, bool isDevelopment)
        {
            this.isDevelopment = isDevelopment;
            (Name, Path, HttpOnly, SameSite) = (name, "/", true, SameSiteMode.Strict);
            (SecurePolicy, IsEssential) = (CookieSecurePolicy.None, true);
        }

        public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
        {
            var options = base.Build(context, expiresFrom);
            options.Secure = !isDevelopment;
            return options;
        }
    }
}
