namespace Jobs.Persistence;

/// <summary>Which versions of two rows were read: the transactions that wrote them (PostgreSQL's <c>xmin</c>).</summary>
/// <param name="Person">Of the person, and of the experiences with it.</param>
/// <param name="Post">Of the post, and of its questions with it.</param>
public sealed record ApplyRevision(string Person, string Post);
