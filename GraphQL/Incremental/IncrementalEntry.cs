using Jobs.GraphQL.Execution;

namespace Jobs.GraphQL.Incremental;

/// <summary>Data that a payload brings: fields of a fragment, or items of a list.</summary>
/// <param name="Id">What it belongs to.</param>
/// <param name="SubPath">Where the fields are, from where the fragment is; empty for items.</param>
/// <param name="HasItems">False if it brings fields.</param>
internal sealed record IncrementalEntry(string Id, IReadOnlyList<object> SubPath, bool HasItems)
{
    /// <summary>The object that the fields are in, or one for each item.</summary>
    public List<ResultTree> Trees { get; } = [];

    public List<GraphQLError> Errors { get; } = [];

    public void Add(IncrementalWork work)
    {
        Trees.Add(work.Tree);
        Errors.AddRange(work.Executor.Errors);
    }
}
