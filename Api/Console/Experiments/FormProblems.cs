using Jobs.Experiments;

namespace Jobs.Api.WebConsole.Experiments;

/// <summary>What is wrong with a form, to be found by the member that it is about.</summary>
public sealed class FormProblems(IReadOnlyList<ContentProblem> all)
{
    public static readonly FormProblems None = new([]);

    public IReadOnlyList<ContentProblem> All => all;

    public IEnumerable<ContentProblem> Of(string path) => all.Where(problem => PathOf(problem) == path);

    public static string PathOf(ContentProblem problem) => string.Join('.', problem.Path);

    /// <summary>The element of the page that shows a member.</summary>
    public static string IdOf(string path) => path.Replace('.', '-');
}
