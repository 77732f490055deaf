using Jobs.GraphQL.Execution;

namespace Jobs.Schema;

/// <summary>How many nodes a client may ask for at once.</summary>
public static class PageSize
{
    public const int Default = 20;
    public const int Max = 50;

    /// <summary>The error's code.</summary>
    public const string OutOfRange = "PAGE_SIZE_OUT_OF_RANGE";

    /// <summary>The size of the page that <c>first</c> asks for; null means the default.</summary>
    /// <exception cref="GraphQLException">PAGE_SIZE_OUT_OF_RANGE: not 1 to <paramref name="max"/>.</exception>
    public static int Of(int? first, int max = Max)
    {
        var size = first ?? Default;
        return size >= 1 && size <= max
            ? size
            : throw new GraphQLException($"`first` must be 1 to {max}.", OutOfRange);
    }

    /// <summary>Whether somebody wants to know if there is a next page, which takes a row more than the page has.</summary>
    public static bool AsksForNext(FieldSelection connection) => connection.Has("pageInfo", "hasNextPage");

    /// <summary>The rows to read for a page.</summary>
    public static int Rows(int size, bool asksForNext) => asksForNext ? size + 1 : size;
}
