namespace Jobs.Schema;

public sealed record ApplyToJobPostPayload(Application? Application, JobPost? JobPost, IReadOnlyList<UserError>? Errors)
    : MutationPayload(Errors)
{
    public static implicit operator ApplyToJobPostPayload(UserError error) => new(null, null, [error]);
}

public sealed record WithdrawApplicationPayload(Application? Application, IReadOnlyList<UserError>? Errors)
    : MutationPayload(Errors)
{
    public static implicit operator WithdrawApplicationPayload(UserError error) => new(null, [error]);
}

public sealed record MarkApplicationsReadPayload(IReadOnlyList<Application>? Applications, IReadOnlyList<UserError>? Errors)
    : MutationPayload(Errors)
{
    public static implicit operator MarkApplicationsReadPayload(UserError error) => new(null, [error]);
}

public sealed record AcceptApplicationPayload(Application? Application, JobPost? JobPost, IReadOnlyList<UserError>? Errors)
    : MutationPayload(Errors)
{
    public static implicit operator AcceptApplicationPayload(UserError error) => new(null, null, [error]);
}

public sealed record RejectApplicationsPayload(IReadOnlyList<Application>? Applications, IReadOnlyList<UserError>? Errors)
    : MutationPayload(Errors)
{
    public static implicit operator RejectApplicationsPayload(UserError error) => new(null, [error]);
}
