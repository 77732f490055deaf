namespace Jobs.Schema;

/// <summary>An application's answers, in the order of the questions.</summary>
public sealed class AnswersByApplicationId(IDbContextFactory<JobsDb> dbFactory, BatchScheduler scheduler)
    : DataLoader<long, IReadOnlyList<ScreeningAnswer>>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<long, IReadOnlyList<ScreeningAnswer>>> LoadBatchAsync(
        IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var answers = await db.ApplicationAnswers.AsNoTracking().Where(answer => keys.Contains(answer.ApplicationId))
            .OrderBy(answer => answer.Position).ToListAsync(cancellationToken);
        return answers.GroupBy(answer => answer.ApplicationId).ToDictionary(
            group => group.Key,
            IReadOnlyList<ScreeningAnswer> (group) =>
                [.. group.Select(answer => new ScreeningAnswer(answer.Question, answer.Answer))]);
    }
}
