namespace Jobs.Persistence;

/// <summary>A post with whatever was to be read with it; null is what was not.</summary>
public readonly record struct JobPostWithParts(
    JobPost JobPost, int? ApplicationCount, int? SaveCount, bool? IsSaved, bool? IsMember);
