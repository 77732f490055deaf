using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Execution;

/// <summary>A literal as messages show it.</summary>
internal static class LiteralText
{
    /// <summary>A literal may be as long as a document; a message should not.</summary>
    private const int MaxLength = 1000;

    public static string Of(ValueNode literal)
    {
        var text = Printer.Print(literal);
        return text.Length <= MaxLength ? text : $"{text.AsSpan(0, MaxLength)}...";
    }
}
