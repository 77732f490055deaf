using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Jobs.Experiments;

/// <summary>Whose project events go to, and where it is: Mixpanel's, or in Development the service's own collector.</summary>
public sealed class MixpanelAccount
{
    private const string DefaultApiHost = "https://api.mixpanel.com";

    /// <summary>Signs in at the collector, which takes anything.</summary>
    private const string DevelopmentToken = "development";

    private readonly MixpanelOptions options;
    private readonly TaskCompletionSource located = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Uri? apiHost;
    private Uri? dataHost;

    public MixpanelAccount(IOptions<MixpanelOptions> options, IHostEnvironment environment)
    {
        this.options = options.Value;
        HasServiceAccount = !string.IsNullOrEmpty(this.options.ServiceAccount);
        IsConfigured = HasServiceAccount || !string.IsNullOrEmpty(this.options.Token);
        IsEnabled = IsConfigured || environment.IsDevelopment();
        Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(HasServiceAccount
                ? $"{this.options.ServiceAccount}:{this.options.ServiceAccountSecret}"
                : $"{(IsConfigured ? this.options.Token : DevelopmentToken)}:")));
        if (IsConfigured || this.options.ApiHost is not null)
            Locate(this.options.ApiHost ?? DefaultApiHost, this.options.DataHost ?? DataHostOf(this.options.ApiHost));
    }

    /// <summary>A token or a service account is there.</summary>
    public bool IsConfigured { get; }

    /// <summary>Whether events go anywhere.</summary>
    public bool IsEnabled { get; }

    /// <summary>Events can be read back: with a service account, or from the collector.</summary>
    public bool CanExport => HasServiceAccount || (IsEnabled && !IsConfigured);

    internal AuthenticationHeaderValue Authorization { get; }

    /// <summary>Ends when it is known where events go: the collector's address is the service's own, once it listens.</summary>
    internal Task Located => located.Task;

    private bool HasServiceAccount { get; }

    /// <summary>Without settings of its own, everything goes to and comes from this address.</summary>
    public void UseCollector(Uri address)
    {
        if (!located.Task.IsCompleted) Locate(address.AbsoluteUri, address.AbsoluteUri);
    }

    internal Uri ImportAddress() => At(apiHost, $"import?strict=1{Project("&")}");

    internal Uri ExportAddress(string query) => At(dataHost, $"api/2.0/export?{query}{Project("&")}");

    // The token names its project itself.
    private string Project(string separator) => HasServiceAccount ? $"{separator}project_id={options.ProjectId}" : "";

    private static Uri At(Uri? host, string path) =>
        new(host ?? throw new InvalidOperationException("It is not known yet where events are."), path);

    // Mixpanel's two hosts of a residency differ by name; a receiver of one's own is one address for both.
    private static string DataHostOf(string? api) => new Uri(api ?? DefaultApiHost) is var address
        && address.Host.StartsWith("api", StringComparison.Ordinal)
        && address.Host.EndsWith(".mixpanel.com", StringComparison.Ordinal)
            ? $"https://data{address.Host["api".Length..]}" : api!;

    private void Locate(string api, string data)
    {
        (apiHost, dataHost) = (new Uri(api.TrimEnd('/') + "/"), new Uri(data.TrimEnd('/') + "/"));
        located.TrySetResult();
    }
}
