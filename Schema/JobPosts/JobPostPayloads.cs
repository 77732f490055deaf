namespace Jobs.Schema;

public sealed record CreateJobPostPayload(JobPost? JobPost, IReadOnlyList<UserError>? Errors)
    : MutationPayload(Errors)
{
    public static implicit operator CreateJobPostPayload(UserError error) => new(null, [error]);
}

public sealed record UpdateJobPostPayload(JobPost? JobPost, IReadOnlyList<UserError>? Errors)
    : MutationPayload(Errors)
{
    public static implicit operator UpdateJobPostPayload(UserError error) => new(null, [error]);
}

public sealed record PublishJobPostPayload(JobPost? JobPost, IReadOnlyList<UserError>? Errors)
    : MutationPayload(Errors)
{
    public static implicit operator PublishJobPostPayload(UserError error) => new(null, [error]);
}

public sealed record CloseJobPostPayload(JobPost? JobPost, int? LapsedCount, IReadOnlyList<UserError>? Errors)
    : MutationPayload(Errors)
{
    public static implicit operator CloseJobPostPayload(UserError error) => new(null, null, [error]);
}

public sealed record SaveJobPostPayload(JobPost? JobPost, IReadOnlyList<UserError>? Errors)
    : MutationPayload(Errors)
{
    public static implicit operator SaveJobPostPayload(UserError error) => new(null, [error]);
}

public sealed record UnsaveJobPostPayload(JobPost? JobPost, IReadOnlyList<UserError>? Errors)
    : MutationPayload(Errors)
{
    public static implicit operator UnsaveJobPostPayload(UserError error) => new(null, [error]);
}
