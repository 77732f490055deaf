using Jobs.Experiments;
using Jobs.Persistence;
using Microsoft.Extensions.Options;

namespace Jobs.Api.WebConsole.Experiments;

/// <summary>Addresses of the web client that force one arm each, for whoever holds them.</summary>
public sealed class PreviewLinks(NoticeSecret secret, IOptions<SiteOptions> site, TimeProvider time)
{
    /// <summary>The parameter that the web client hands on to the service.</summary>
    public const string Parameter = "notice-preview";

    public async Task<IReadOnlyList<string>> OfAsync(NoticeExperiment experiment, CancellationToken cancellationToken)
    {
        var key = await secret.GetAsync(cancellationToken);
        var until = time.GetUtcNow() + PreviewLink.Lifetime;
        return [.. experiment.Variants.Select((_, index) => AddressOf(new PreviewLink(experiment.Id, index, until).Write(key)))];
    }

    private string AddressOf(string preview) => new Uri(new Uri(site.Value.Address), $"?{Parameter}={preview}").ToString();
}
