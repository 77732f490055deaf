namespace Jobs.Experiments;

/// <summary>What is wrong with one member of something that a product manager wrote, as a sentence in both languages.</summary>
/// <param name="Korean">For the screen.</param>
/// <param name="English">For the screen.</param>
/// <param name="Path">From the whole to the member; list indexes are steps of their own.</param>
public sealed record ContentProblem(string Korean, string English, params IReadOnlyList<string> Path);
