using System.Reflection;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Sentry;

/// <summary>Which project is sent to, and in whose name: the same for everything that leaves this process.</summary>
public sealed class SentryProject
{
    public const string SdkName = "jobs-sentry";
    public const string SdkVersion = "1.0";

    public SentryProject(IOptions<SentryOptions> options, IHostEnvironment host)
    {
        Dsn = Dsn.TryParse(options.Value.Dsn, out var dsn) ? dsn : null;
        Environment = options.Value.Environment ?? host.EnvironmentName.ToLowerInvariant();
        Release = options.Value.Release ?? $"jobs@{Version()}";
    }

    /// <summary>Null: nothing is sent.</summary>
    public Dsn? Dsn { get; }

    public string Environment { get; }

    public string Release { get; }

    private static string Version()
    {
        var assembly = typeof(SentryProject).Assembly;
        return assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? assembly.GetName().Version?.ToString() ?? "0";
    }
}
