namespace Jobs.Persistence;

/// <summary>Single posts, each batch of them one SQL statement.</summary>
public sealed class JobPostsById(RoundTrips roundTrips)
{
    /// <summary>Those that anybody may open by id, and drafts of employers that the viewer may act for.</summary>
    public Task<IReadOnlyList<JobPostWithParts>> ReadVisibleAsync(
        IReadOnlyCollection<long> ids, JobPostParts parts, long? viewerId, CancellationToken cancellationToken = default) =>
        ReadAsync(ids, parts, viewerId, isVisible: true, cancellationToken);

    /// <summary>Whoever may see them: for relations whose parent the viewer already sees.</summary>
    public Task<IReadOnlyList<JobPostWithParts>> ReadAsync(
        IReadOnlyCollection<long> ids, JobPostParts parts, CancellationToken cancellationToken = default) =>
        ReadAsync(ids, parts, viewerId: null, isVisible: false, cancellationToken);

    private async Task<IReadOnlyList<JobPostWithParts>> ReadAsync(
        IReadOnlyCollection<long> ids, JobPostParts parts, long? viewerId, bool isVisible, CancellationToken cancellationToken)
    {
        var sql = new SqlConditions();
        sql.AddIsAny("post.id", ids);
        if (isVisible) sql.Add(Visible(sql, viewerId));
        var select = new JobPostSelect(parts, viewerId, sql);
        var text = new SqlText().Add($"SELECT {select.Columns} FROM job_posts AS post");
        select.AddJoin(text);
        text.Add($" WHERE {sql}");
        return await roundTrips.ReadAsync(sql, text.End(), row => select.Read(ref row), ids.Count, isShort: true, cancellationToken);
    }

    /// <summary>Posts that anybody may open by id, and drafts of employers that the person may act for.</summary>
    internal static string Visible(SqlConditions sql, long? viewerId)
    {
        const string ForEverybody = "post.status NOT IN ('DRAFT', 'UNDER_REVIEW', 'REMOVED')";
        return viewerId is { } id
            ? $"({ForEverybody} OR EXISTS (SELECT FROM employer_members WHERE employer_id = post.employer_id AND user_id = {sql.Parameter(id)}))"
            : ForEverybody;
    }
}
