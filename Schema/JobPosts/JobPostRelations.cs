using Microsoft.Extensions.DependencyInjection;

namespace Jobs.Schema;

/// <summary>Gives what was read with posts to the loaders that would read it otherwise.</summary>
/// <param name="services">Of the request: most read nothing with their posts, and need none of these loaders.</param>
public sealed class JobPostRelations(IServiceProvider services)
{
    public void Prime(in JobPostWithParts found)
    {
        if (found.ApplicationCount is { } applicationCount)
            Loader<ApplicationCountByJobPostId>().Prime(found.JobPost.Id, applicationCount);
        if (found.SaveCount is { } saveCount) Loader<SaveCountByJobPostId>().Prime(found.JobPost.Id, saveCount);
        if (found.IsSaved is { } isSaved) Loader<IsSavedByJobPostId>().Prime(found.JobPost.Id, isSaved);
        if (found.IsMember is { } isMember) Loader<IsMemberByEmployerId>().Prime(found.JobPost.EmployerId, isMember);
    }

    private T Loader<T>() where T : notnull => services.GetRequiredService<T>();
}
