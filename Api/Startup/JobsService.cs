using Jobs.Api.Errors;
using Jobs.Api.Health;
using Jobs.Api.Http;
using Jobs.Api.Mixpanel;
using Jobs.Api.Observability;
using Jobs.Api.PersistedOperations;
using Jobs.Api.Sentry;
using Jobs.Api.SignIn;
using Jobs.Api.Transport;
using Jobs.Api.Triage;
using Jobs.Api.WebConsole;
using Jobs.Experiments;
using Jobs.GraphQL;
using Jobs.Persistence;
using Jobs.Schema;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Startup;

/// <summary>Puts the service together: configuration, services, pipeline. Starting it is the business of the verbs.</summary>
public static class JobsService
{
    private const string DefaultAddress = "http://localhost:5080";
    private const string RequestLog = "Microsoft.AspNetCore.Hosting.Diagnostics";

    // The lowest layer of the configuration, so that every other source wins. What the framework says of single requests
    // below Warning, and what EF Core says of failed commands, quotes what clients sent: ErrorPresenter logs those, masked.
    private static readonly Dictionary<string, string?> DefaultSettings = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Critical",
        ["Logging:LogLevel:Npgsql"] = "Critical",
        // The console's keys lie in the database as everything else does; a warning about it at each start helps nobody.
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        // CommandLine says in a sentence why a start failed.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "Critical",
    };

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(
            0, new MemoryConfigurationSource { InitialData = DefaultSettings });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (!NamesAnAddress(builder.Configuration)) builder.WebHost.UseUrls(DefaultAddress);

        var services = builder.Services;
        services.AddOptions<LoggerFilterOptions>().Configure<IConfiguration>(LeaveOutUnusedSpans);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSentry();
        services.AddErrorTriage();
        services.AddErrorCapture();
        services.AddStrictOptions<SamplesOptions>(SamplesOptions.Section);
        services.AddSingleton<ServiceDatabase>();
        services.AddSingleton(provider => provider.GetRequiredService<ServiceDatabase>().DataSource);
        services.AddSingleton(provider => provider.GetRequiredService<ServiceDatabase>().RoundTrips);
        services.AddSingleton(provider => provider.GetRequiredService<ServiceDatabase>().Applying);
        services.AddPooledDbContextFactory<JobsDb>((provider, options) =>
            JobsDb.Configure(options, provider.GetRequiredService<ServiceDatabase>().DataSource));
        services.AddSingleton<DatabaseMigration>();
        services.AddSingleton<UserAccounts>();
        services.AddSignIn();
        services.AddStrictOptions<SiteOptions>(SiteOptions.Section);
        services.AddSingleton(provider =>
            new WebAddresses(new Uri(provider.GetRequiredService<IOptions<SiteOptions>>().Value.Address)));
        services.AddScoped(provider => AcceptedLanguage.Of(provider.GetRequiredService<CurrentRequest>().Context));
        services.AddStrictOptions<ExperimentsOptions>(ExperimentsOptions.Section);
        services.AddScoped(provider =>
            ClientApp.Subject(ClientIdentity.Of(provider.GetRequiredService<CurrentRequest>().Context)));
        services.AddExperimentFlags();
        services.AddScoped(provider => PreviewHeader.Of(provider.GetRequiredService<CurrentRequest>().Context));
        services.AddNotices();
        services.AddJobsSchema();
        services.AddGraphQLTransport(CreateEngine, services => ActivatorUtilities.CreateInstance<BearerSignIn>(services));
        services.AddPersistedOperations();
        services.AddMixpanel();
        services.AddConsole();
        services.AddSingleton<Readiness>();
        services.AddHostedService<DeprecatedUseWriter>();
        services.AddHostedService<TelemetryExport>();
        services.AddHostedService<IdleMemory>();
        return builder;
    }

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.UseSentry();
        app.UseMiddleware<UnexpectedErrors>();
        app.UseSafeResponseHeaders();
        app.UseGraphQL();
        app.UseCurrentRequest();
        app.UseRouting();
        app.MapHealth();
        app.MapMixpanel();
        app.MapConsole();
        return app;
    }

    private static GraphQLEngine CreateEngine(IServiceProvider services) => GraphQLEngine.Create(
        JobsSchema.Document,
        JobsSchema.Binding(services.GetRequiredService<IServiceProviderIsService>().IsService),
        services.GetRequiredService<IOptions<GraphQLOptions>>().Value.ToEngineOptions(
            services.GetRequiredService<IHostEnvironment>().IsDevelopment(),
            services.GetRequiredService<IOptions<PersistedOperationsOptions>>().Value.ToEngineOptions()));

    // The framework makes a span of every request if only somebody might log that it ended badly, which ErrorPresenter does.
    // Exporters of spans ask for them by themselves, and Sentry knows an error's trace without one (IncomingTrace).
    private static void LeaveOutUnusedSpans(LoggerFilterOptions filters, IConfiguration configuration)
    {
        if (configuration[$"Logging:LogLevel:{RequestLog}"] is null) filters.AddFilter(RequestLog, LogLevel.None);
    }

    private static bool NamesAnAddress(ConfigurationManager configuration) =>
        configuration["urls"] is { Length: > 0 } || configuration["http_ports"] is { Length: > 0 }
        || configuration["https_ports"] is { Length: > 0 } || configuration.GetSection("Kestrel:Endpoints").Exists();
}
