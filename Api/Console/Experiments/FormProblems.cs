using Jobs.Experiments;

namespace Jobs.Api.WebConsole.Experiments;

/// <summary>What is wrong with a form, to be found by the field that it is about.</summary>
public sealed class FormProblems(IReadOnlyList<ContentProblem> all)
{
    public static readonly FormProblems None = new([]);

    public IReadOnlyList<ContentProblem> All => all;

    public IEnumerable<ContentProblem> Of(string path) => all.Where(problem => FieldOf(problem.Path) == path);

    /// <summary>The element of the page that shows a member.</summary>
    public static string IdOf(string path) => FieldOf(path).Replace('.', '-');

    /// <summary>Elements of a list are written in one field: <c>testers.3</c> is in that of the testers.</summary>
    private static string FieldOf(string path)
    {
        var list = path.LastIndexOf('.');
        return list >= 0 && path.AsSpan(list + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? path[..list] : path;
    }
}
