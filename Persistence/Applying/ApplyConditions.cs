using System.Globalization;

namespace Jobs.Persistence;

/// <summary>What must not be there for somebody to apply: asked first, and made sure of by the statement that writes.</summary>
internal sealed class ApplyConditions
{
    private static readonly string LiveStatuses = TableChecks.Spelled(ApplicationStatuses.Live);

    /// <param name="question">Who applies to what.</param>
    /// <param name="sql">Takes the statement's parameters.</param>
    public ApplyConditions(ApplyQuestion question, SqlConditions sql)
    {
        (User, Post) = (sql.Parameter(question.UserId), sql.Parameter(question.JobPostId));
        Live = new SqlText().Add($"""
            FROM applications WHERE job_post_id = {Post} AND applicant_id = {User} AND status IN ({LiveStatuses})
            """).End();
        OldestOfDay = new SqlText().Add($"""
            FROM applications WHERE applicant_id = {User} AND submitted_at > {sql.Parameter(question.Now.AddDays(-1).UtcDateTime)}
                ORDER BY submitted_at DESC OFFSET {(question.PerDayMax - 1).ToString(CultureInfo.InvariantCulture)} LIMIT 1
            """).End();
        if (question.IdempotencyKey is not { } key) return;
        (Operation, Key) = (sql.Parameter(question.Operation), sql.Parameter(key));
        FirstResult = new SqlText().Add($"""
            FROM idempotency_keys WHERE user_id = {User} AND operation = {Operation} AND key = {Key}
                AND created_at > {sql.Parameter((question.Now - IdempotentResults.Lifetime).UtcDateTime)}
            """).End();
    }

    /// <summary>Stands for the person's id.</summary>
    public string User { get; }

    /// <summary>Stands for the post's id.</summary>
    public string Post { get; }

    /// <summary>Stands for the operation that the key belongs to.</summary>
    public string? Operation { get; }

    /// <summary>Stands for the client's key; null: it has none.</summary>
    public string? Key { get; }

    /// <summary>An application of the person's to the post that is not over.</summary>
    public string Live { get; }

    /// <summary>The oldest of the person's applications that are as many as a day may have.</summary>
    public string OldestOfDay { get; }

    /// <summary>What the key made before; null: there is no key.</summary>
    public string? FirstResult { get; }
}
