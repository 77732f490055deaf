namespace Jobs.Persistence;

/// <summary>The post that somebody applies to, and what there is between the two.</summary>
/// <param name="JobPost">The post.</param>
/// <param name="Revision">Tells whether the post or the person changed since.</param>
/// <param name="Applicant">The person.</param>
/// <param name="IsOwn">The person may act for its employer.</param>
/// <param name="IsBlocked">The person and a member of the employer do not want to meet.</param>
/// <param name="LiveApplicationId">An application of the person's to it that is not over.</param>
/// <param name="LimitReachedSince">When the oldest of the person's applications was sent that are all a day may have.</param>
/// <param name="Questions">What an applicant answers, in order.</param>
public sealed record AppliedPost(
    JobPost JobPost, ApplyRevision Revision, Applicant Applicant, bool IsOwn, bool IsBlocked, long? LiveApplicationId,
    DateTimeOffset? LimitReachedSince, IReadOnlyList<ScreeningQuestion> Questions);
