namespace Jobs.Persistence;

/// <summary>Who applies to what, and under which rules of the board.</summary>
/// <param name="UserId">The person.</param>
/// <param name="JobPostId">The post.</param>
/// <param name="Parts">What is read of the post.</param>
/// <param name="Operation">The mutation's name, which idempotency keys belong to.</param>
/// <param name="IdempotencyKey">The client's; null: it has none.</param>
/// <param name="PerDayMax">How many applications a person may send in 24 hours.</param>
/// <param name="Now">The present.</param>
public sealed record ApplyQuestion(
    long UserId, long JobPostId, JobPostParts Parts, string Operation, string? IdempotencyKey, int PerDayMax, DateTimeOffset Now);
