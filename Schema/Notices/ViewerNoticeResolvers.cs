using Jobs.Experiments;
using Jobs.GraphQL.Binding;

namespace Jobs.Schema;

/// <summary>What experiments tell the viewer.</summary>
[GraphQLName("Viewer")]
public static class ViewerNoticeResolvers
{
    public const int KeysMax = 50;

    public static Task<IReadOnlyList<Notice>> Notices(
        Viewer viewer, NoticePlacement placement, string? subjectId, NoticePages pages, CancellationToken cancellationToken) =>
        pages.AtAsync(placement, subjectId, cancellationToken);

    public static Task<IReadOnlyList<NoticePlaceholder>> NoticePlaceholders(
        Viewer viewer, NoticePlacement placement, string? subjectId, NoticePages pages, CancellationToken cancellationToken) =>
        pages.EmptyAtAsync(placement, cancellationToken);

    public static Task<IReadOnlyList<FlagOfViewer>> FeatureFlags(
        Viewer viewer, IReadOnlyList<string> keys, ViewerFlags flags, CancellationToken cancellationToken) =>
        ReadAsync(CheckKeys(keys), flags, cancellationToken);

    /// <exception cref="GraphQLException">BAD_USER_INPUT: too many.</exception>
    internal static IReadOnlyList<string> CheckKeys(IReadOnlyList<string> keys) =>
        keys.Count <= KeysMax ? keys : throw new GraphQLException($"At most {KeysMax} keys.", ErrorCodes.BadUserInput);

    internal static async Task<IReadOnlyList<FlagOfViewer>> ReadAsync(
        IReadOnlyList<string> keys, ViewerFlags flags, CancellationToken cancellationToken)
    {
        var states = new FlagOfViewer[keys.Count];
        for (var i = 0; i < states.Length; i++)
        {
            var state = await flags.FindAsync(keys[i], cancellationToken);
            states[i] = new FlagOfViewer(keys[i], state.IsEnabled, state.Variant);
        }
        return states;
    }
}
