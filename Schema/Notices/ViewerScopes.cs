using Jobs.Experiments;
using Microsoft.Extensions.DependencyInjection;

namespace Jobs.Schema;

/// <summary>
/// Fresh services for the same person: a subscription lives through many settings, and whatever is decided once per request
/// must be decided again for each of them.
/// </summary>
public sealed class ViewerScopes(IServiceScopeFactory scopes, CurrentViewer viewer, FlagSubject subject)
{
    public AsyncServiceScope Open()
    {
        var scope = scopes.CreateAsyncScope();
        viewer.EnterAlso(scope.ServiceProvider.GetRequiredService<CurrentViewer>());
        if (subject.UserId is { } userId) scope.ServiceProvider.GetRequiredService<FlagSubject>().SignIn(userId, subject.Groups);
        return scope;
    }
}
