namespace Jobs.Schema;

/// <summary>A post's questions, in their order.</summary>
public sealed class QuestionsByJobPostId(IDbContextFactory<JobsDb> dbFactory, BatchScheduler scheduler)
    : DataLoader<long, IReadOnlyList<ScreeningQuestion>>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<long, IReadOnlyList<ScreeningQuestion>>> LoadBatchAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var questions = await db.ScreeningQuestions.AsNoTracking().Where(question => keys.Contains(question.JobPostId))
            .OrderBy(question => question.Position).ToListAsync(cancellationToken);
        return questions.GroupBy(question => question.JobPostId)
            .ToDictionary(group => group.Key, IReadOnlyList<ScreeningQuestion> (group) => [.. group]);
    }
}
