using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Tests.TypeSystem;

/// <summary>SDL as tests write it.</summary>
internal static class Sdl
{
    public static SchemaBuildResult Build(string sdl) => SchemaBuilder.Build(Parser.Parse(sdl, ParserOptions.TypeSystem));

    public static GraphQLSchema Schema(string sdl)
    {
        var result = Build(sdl);
        Assert.Equal([], result.Errors.Select(Line));
        return result.Schema!;
    }

    /// <param name="sdl">What is built.</param>
    /// <param name="errors">A line for each error in any order, its places after the <c>@</c>; an indented line goes on.</param>
    public static void Rejects(string sdl, string errors)
    {
        var result = Build(sdl);
        var expected = errors.Replace("\n  ", " ", StringComparison.Ordinal).Split('\n');
        Assert.Equal(expected.Order(StringComparer.Ordinal), result.Errors.Select(Line).Order(StringComparer.Ordinal));
        Assert.Null(result.Schema);
    }

    private static string Line(GraphQLError error) =>
        $"{error.Message} @ {string.Join(", ", error.Locations.Select(at => $"{at.Line}:{at.Column}"))}".TrimEnd();
}
