using System.Text.Encodings.Web;
using System.Text.Unicode;
using Jobs.Api.SignIn;
using Jobs.Api.WebConsole.Errors;
using Jobs.Api.WebConsole.Experiments;
using Jobs.Api.WebConsole.Flags;
using Jobs.Api.WebConsole.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;

namespace Jobs.Api.WebConsole;

/// <summary>Puts the console into the service: pages on the server, a cookie of its own, nothing at other addresses.</summary>
public static class ConsoleRegistration
{
    private const string ApplicationName = "jobs-console"; // Cookies are good at every instance, wherever its files lie.
    private const long FormBytesMax = 256 * 1024;

    /// <remarks>
    /// https://learn.microsoft.com/dotnet/core/compatibility/aspnet-core/7.0/default-authentication-scheme
    /// </remarks>
    private const string NoDefaultScheme = "Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme";

    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        // The only scheme would become everybody's: /graphql would read cookies that mean nothing there.
        AppContext.SetSwitch(NoDefaultScheme, true);
        services.AddAuthentication().AddCookie(ConsoleCookies.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(ConsoleCookies.Scheme)
            .Configure<IHostEnvironment>((options, environment) =>
                ConsoleCookies.Configure(options, environment.IsDevelopment()));
        services.AddAuthorizationBuilder().AddPolicy(ConsoleCookies.Policy, policy => policy
            .AddAuthenticationSchemes(ConsoleCookies.Scheme).RequireAuthenticatedUser()
            .RequireRole(Roles.ProductManager, Roles.Operator));
        services.AddOptions<AntiforgeryOptions>().Configure<IHostEnvironment>((options, environment) =>
            ConsoleCookies.Configure(options, environment.IsDevelopment()));
        services.AddDataProtection().SetApplicationName(ApplicationName);
        services.AddSingleton<CookieKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<CookieKeys>((options, keys) => options.XmlRepository = keys);
        services.AddSingleton<ConsoleSignIn>();
        services.AddSingleton<ConsoleErrors>();
        services.AddSingleton<ExperimentRows>();
        services.AddSingleton<FlagRows>();
        services.AddSingleton<ErrorRows>();
        services.AddSingleton<PreviewLinks>();
        services.AddRazorComponents();
        // Korean as it is, not as a number per letter.
        services.Configure<Microsoft.Extensions.WebEncoders.WebEncoderOptions>(options =>
            options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    public static WebApplication MapConsole(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments(ConsolePaths.Root), console =>
        {
            console.Use(async (context, next) =>
            {
                ConsoleHeaders.Set(context);
                ConsoleLanguage.Remember(context);
                if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
                    body.MaxRequestBodySize = FormBytesMax;
                await app.Services.GetRequiredService<ConsoleErrors>().InvokeAsync(context, next);
            });
        });
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        ConsoleAssets.Map(app);
        app.MapRazorComponents<App>().RequireAuthorization(ConsoleCookies.Policy);
        return app;
    }
}
