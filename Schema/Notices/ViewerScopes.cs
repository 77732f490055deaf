using Jobs.Experiments;
using Microsoft.Extensions.DependencyInjection;

namespace Jobs.Schema;

/// <summary>
/// Fresh services for the same person and app: a subscription lives through many settings, and whatever is decided once per
/// request must be decided again for each of them.
/// </summary>
/// <remarks>What the request said is copied: the request may be over while its subscription still moves.</remarks>
public sealed class ViewerScopes(IServiceScopeFactory scopes, CurrentViewer viewer, FlagSubject subject, NoticePreview preview)
{
    public AsyncServiceScope Open()
    {
        var scope = scopes.CreateAsyncScope();
        viewer.EnterAlso(scope.ServiceProvider.GetRequiredService<CurrentViewer>());
        subject.EnterAlso(scope.ServiceProvider.GetRequiredService<FlagSubject>());
        preview.EnterAlso(scope.ServiceProvider.GetRequiredService<NoticePreview>());
        return scope;
    }
}
