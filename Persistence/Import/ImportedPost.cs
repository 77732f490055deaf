namespace Jobs.Persistence.Import;

/// <summary>A row that became a post; its employer is known by name until the database gives it an id.</summary>
internal sealed record ImportedPost(JobPost Post, string EmployerName);
