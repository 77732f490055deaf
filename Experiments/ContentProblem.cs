namespace Jobs.Experiments;

/// <summary>What is wrong with one member of something that a product manager wrote, as a sentence in both languages.</summary>
/// <param name="Path">Where, as in <c>variants.1.content.title</c>; empty: the whole.</param>
/// <param name="Korean">The sentence in Korean.</param>
/// <param name="English">The same in English.</param>
public sealed record ContentProblem(string Path, string Korean, string English);

/// <summary>Collects what is wrong, so that everything is told at once.</summary>
internal sealed class ContentProblems
{
    private readonly List<ContentProblem> problems = [];

    public IReadOnlyList<ContentProblem> All => problems;

    public bool Any => problems.Count > 0;

    public void Add(string path, string korean, string english) => problems.Add(new(path, korean, english));
}
