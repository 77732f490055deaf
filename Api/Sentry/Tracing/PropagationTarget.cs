namespace Jobs.Api.Sentry;

/// <summary>Who may be told the trace: an origin, or what lies below a path of it.</summary>
internal sealed class PropagationTarget
{
    private readonly Uri address;

    private PropagationTarget(Uri address) => this.address = address;

    public static PropagationTarget? Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
        && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0
            ? new PropagationTarget(address) : null;

    public bool Includes(Uri request)
    {
        if (request.Scheme != address.Scheme || request.Authority != address.Authority) return false;
        var path = address.AbsolutePath.TrimEnd('/');
        return request.AbsolutePath.StartsWith(path, StringComparison.Ordinal)
            && (request.AbsolutePath.Length == path.Length || request.AbsolutePath[path.Length] == '/');
    }
}
