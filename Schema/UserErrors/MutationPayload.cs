namespace Jobs.Schema;

/// <summary>What a mutation answers: what it did, or why it did not.</summary>
public abstract record MutationPayload(IReadOnlyList<UserError>? Errors);
