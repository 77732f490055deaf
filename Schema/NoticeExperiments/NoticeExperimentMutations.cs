using Jobs.Experiments;

namespace Jobs.Schema;

/// <summary>The life of an experiment, for product managers; the console does the same through the same class.</summary>
public static class NoticeExperimentMutations
{
    public static async Task<CreateNoticeExperimentPayload> CreateNoticeExperiment(
        CreateNoticeExperimentInput input, CurrentViewer viewer, NoticeExperimentChanges changes, RequestLanguage language,
        CancellationToken cancellationToken)
    {
        var (experiment, errors) = await TryAsync(viewer, language, input.Key, authorId =>
            changes.CreateAsync(input.Key, input.ToContent(), authorId, cancellationToken));
        return new(experiment, errors);
    }

    public static async Task<UpdateNoticeExperimentPayload> UpdateNoticeExperiment(
        UpdateNoticeExperimentInput input, CurrentViewer viewer, NoticeExperimentChanges changes, RequestLanguage language,
        CancellationToken cancellationToken)
    {
        var (experiment, errors) = await TryAsync(viewer, language, input.Id, authorId =>
            changes.EditAsync(Key(input.Id), input.Version, input.ApplyTo, authorId, cancellationToken));
        return new(experiment, errors);
    }

    public static async Task<StartNoticeExperimentPayload> StartNoticeExperiment(
        StartNoticeExperimentInput input, CurrentViewer viewer, NoticeExperimentChanges changes, RequestLanguage language,
        CancellationToken cancellationToken)
    {
        var (experiment, errors) = await TryAsync(viewer, language, input.Id, authorId =>
            changes.StartAsync(Key(input.Id), version: null, authorId, cancellationToken));
        return new(experiment, errors);
    }

    public static async Task<PauseNoticeExperimentPayload> PauseNoticeExperiment(
        PauseNoticeExperimentInput input, CurrentViewer viewer, NoticeExperimentChanges changes, RequestLanguage language,
        CancellationToken cancellationToken)
    {
        var (experiment, errors) = await TryAsync(viewer, language, input.Id, authorId =>
            changes.PauseAsync(Key(input.Id), version: null, authorId, note: null, cancellationToken));
        return new(experiment, errors);
    }

    public static async Task<FinishNoticeExperimentPayload> FinishNoticeExperiment(
        FinishNoticeExperimentInput input, CurrentViewer viewer, NoticeExperimentChanges changes, RequestLanguage language,
        CancellationToken cancellationToken)
    {
        var (experiment, errors) = await TryAsync(viewer, language, input.Id, authorId =>
            changes.FinishAsync(Key(input.Id), version: null, input.Decision, input.DecisionNote, authorId, cancellationToken));
        return new(experiment, errors);
    }

    private static async Task<(NoticeExperiment? Experiment, IReadOnlyList<UserError>? Errors)> TryAsync(
        CurrentViewer viewer, RequestLanguage language, string id, Func<long, Task<ExperimentOutcome>> change)
    {
        if (Operators.Refuse(viewer, language) is { } refusal) return (null, [refusal]);
        return await change(viewer.RequiredUserId) switch
        {
            ExperimentOutcome.Done done => (done.Experiment, null),
            ExperimentOutcome.Invalid invalid => (null, [ValidationErrorOf(invalid.Problems, language)]),
            ExperimentOutcome.Conflict conflict => (null, [new ConflictError(conflict.CurrentVersion, language)]),
            ExperimentOutcome.NotEditable refused => (null, [new ExperimentNotEditableError(refused.Status, language)]),
            _ => (null, [new NotFoundError(id, language)]),
        };
    }

    private static ValidationError ValidationErrorOf(IReadOnlyList<ContentProblem> problems, RequestLanguage language) => new(
    [
        .. problems.Select(problem => new FieldProblem(
            problem.Path.Split('.'), language.Say(problem.Korean, problem.English))),
    ], language);

    private static long Key(string id) => GlobalId.Parse(id, NodeType.NoticeExperiment);
}
