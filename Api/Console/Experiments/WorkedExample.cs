using Jobs.Api.SignIn;
using Jobs.Api.WebConsole.SignIn;
using Jobs.Experiments;
using Jobs.Persistence;

namespace Jobs.Api.WebConsole.Experiments;

/// <summary>The experiment that a board of samples comes with: a draft of whoever signs in with one click.</summary>
public static class WorkedExample
{
    /// <summary>Its key is unique, so it is never there twice.</summary>
    public static async Task CreateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var author = await services.GetRequiredService<UserAccounts>()
            .FindOrCreateAsync(DevelopmentIssuer.Name, ConsoleSignIn.DevelopmentSubject, cancellationToken);
        await services.GetRequiredService<NoticeExperimentChanges>().CreateAsync(
            UnreadApplicationDeadline.Key, UnreadApplicationDeadline.Content(), author.Id, cancellationToken);
    }
}
