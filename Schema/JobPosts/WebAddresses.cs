namespace Jobs.Schema;

/// <summary>Where the web client shows things; the base address comes from configuration.</summary>
public sealed class WebAddresses(Uri siteAddress)
{
    public Uri Of(JobPost jobPost) => new(siteAddress, $"job-posts/{GlobalId.Of(NodeType.JobPost, jobPost.Id)}");
}
