using System.Reflection;
using Microsoft.Extensions.Options;

namespace Jobs.Api.Sentry;

/// <summary>Which project is sent to, and in whose name: the same for everything that leaves this process.</summary>
public sealed class SentryProject
{
    public const string SdkName = "jobs-sentry";
    public const string SdkVersion = "1.0";

    /// <summary>The tag by which all events of an error are found: Sentry searches tags, and no fingerprints.</summary>
    public const string FingerprintTag = "triage.fingerprint";

    private const int SearchedDays = 30; // An error without a sighting is known for as long.
    private readonly string? webAddress;

    public SentryProject(IOptions<SentryOptions> options, IHostEnvironment host)
    {
        Dsn = Dsn.TryParse(options.Value.Dsn, out var dsn) ? dsn : null;
        webAddress = options.Value.WebAddress;
        Environment = options.Value.Environment ?? host.EnvironmentName.ToLowerInvariant();
        Release = options.Value.Release ?? $"jobs@{Version()}";
    }

    /// <summary>Null: nothing is sent.</summary>
    public Dsn? Dsn { get; }

    public string Environment { get; }

    public string Release { get; }

    /// <summary>Where Sentry shows what it was sent of an error; null: nothing was, or nobody said where its pages are.</summary>
    public string? SearchAddress(string fingerprint) => Dsn is null || webAddress is null
        ? null
        : $"{webAddress}issues/?project={Dsn.ProjectId}&query={FingerprintTag}%3A{fingerprint}&statsPeriod={SearchedDays}d";

    private static string Version()
    {
        var assembly = typeof(SentryProject).Assembly;
        return assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? assembly.GetName().Version?.ToString() ?? "0";
    }
}
