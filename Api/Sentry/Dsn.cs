using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Jobs.Api.Sentry;

/// <summary>Where a project of Sentry takes what is sent to it, and with which key.</summary>
/// <remarks>No record: it must not print itself.</remarks>
public sealed partial class Dsn
{
    private Dsn(Uri address, string publicKey, string path, string projectId)
    {
        (PublicKey, ProjectId) = (publicKey, projectId);
        if (Organisation().Match(address.Host) is { Success: true } label) OrgId = label.Groups[1].Value;
        var project = $"{address.Scheme}://{address.Authority}{path}/api/{projectId}";
        EnvelopeAddress = new Uri($"{project}/envelope/");
        TracesAddress = new Uri($"{project}/integration/otlp/v1/traces");
    }

    public string PublicKey { get; }

    public string ProjectId { get; }

    /// <summary>As the host's first label tells it; null where Sentry is one's own.</summary>
    public string? OrgId { get; }

    public Uri EnvelopeAddress { get; }

    public Uri TracesAddress { get; }

    /// <summary>The form is <c>https://PUBLIC[:SECRET]@HOST[/PATH]/PROJECT</c>; the secret has had no use for years.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Dsn? dsn)
    {
        dsn = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)) return false;
        if (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp) return false;
        if (address.Query.Length > 0 || address.Fragment.Length > 0 || address.Host.Length == 0) return false;
        var publicKey = address.UserInfo.Split(':', 2)[0];
        var slash = address.AbsolutePath.LastIndexOf('/');
        var projectId = address.AbsolutePath[(slash + 1)..];
        if (!PlainWord().IsMatch(publicKey) || !PlainWord().IsMatch(projectId)) return false;
        dsn = new Dsn(address, publicKey, address.AbsolutePath[..slash], projectId);
        return true;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,200}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainWord();

    [GeneratedRegex(@"^o([0-9]+)\.", RegexOptions.CultureInvariant)]
    private static partial Regex Organisation();
}
