namespace Jobs.Schema;

public sealed record CreateJobPostInput(string EmployerId, JobPostContentInput Content, bool? Publish, string? IdempotencyKey);

public sealed record UpdateJobPostInput(string Id, int Version, JobPostContentInput Content);

public sealed record PublishJobPostInput(string Id);

public sealed record CloseJobPostInput(string Id, bool Filled);

public sealed record SaveJobPostInput(string JobPostId);

public sealed record UnsaveJobPostInput(string JobPostId);
