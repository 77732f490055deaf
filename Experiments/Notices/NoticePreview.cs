namespace Jobs.Experiments;

/// <summary>The preview link that a request brought along; null: none. One per request, the front door fills it.</summary>
public sealed class NoticePreview(string? link)
{
    public string? Link { get; private set; } = link;

    /// <summary>The same in another scope.</summary>
    public void EnterAlso(NoticePreview other) => other.Link = Link;
}
