using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Tests.Language;

/// <summary>What the parser says against a text, with the place in front: <c>line:column message</c>.</summary>
internal static class SyntaxErrors
{
    public static string Of(string text) => Of(new Source(text));

    public static string Of(Source source)
    {
        var error = Assert.Throws<SyntaxException>(() => Parser.Parse(source));
        Assert.StartsWith("Syntax Error: ", error.Message, StringComparison.Ordinal);
        return $"{error.Location.Line}:{error.Location.Column} {error.Message["Syntax Error: ".Length..]}";
    }
}
