using System.ComponentModel.DataAnnotations;

namespace Jobs.Api;

/// <summary>Section <c>Site</c>: the web client that answers refer to.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>What every <c>webUrl</c> begins with; the contract promises https.</summary>
    [RegularExpression("https://.+/", ErrorMessage = "Site:Address must be an https address that ends with a slash.")]
    public string Address { get; set; } = "https://jobs.example/";
}
