namespace Jobs.Experiments;

/// <summary>Why a definition is refused, in a sentence for a product manager.</summary>
/// <param name="Path">Where, as in <c>conditions.client_filters.0.parameters.Audience</c>; empty: the whole.</param>
/// <param name="Korean">The sentence in Korean.</param>
/// <param name="English">The same in English.</param>
public sealed record FlagProblem(string Path, string Korean, string English);

/// <summary>Collects what is wrong with a definition, so that everything is told at once.</summary>
internal sealed class FlagProblems
{
    private readonly List<FlagProblem> _problems = [];

    public IReadOnlyList<FlagProblem> All => _problems;

    public bool Any => _problems.Count > 0;

    public void Add(string path, string korean, string english) => _problems.Add(new FlagProblem(path, korean, english));
}
