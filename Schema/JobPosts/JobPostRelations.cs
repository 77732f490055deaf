namespace Jobs.Schema;

/// <summary>Gives what was read with posts to the loaders that would read it otherwise.</summary>
public sealed class JobPostRelations(
    ApplicationCountByJobPostId applicationCounts, SaveCountByJobPostId saveCounts,
    IsSavedByJobPostId saved, IsMemberByEmployerId memberships)
{
    public void Prime(in JobPostWithParts found)
    {
        if (found.ApplicationCount is { } applicationCount) applicationCounts.Prime(found.JobPost.Id, applicationCount);
        if (found.SaveCount is { } saveCount) saveCounts.Prime(found.JobPost.Id, saveCount);
        if (found.IsSaved is { } isSaved) saved.Prime(found.JobPost.Id, isSaved);
        if (found.IsMember is { } isMember) memberships.Prime(found.JobPost.EmployerId, isMember);
    }
}
