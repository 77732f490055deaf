using System.Globalization;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Execution;

/// <summary>A literal that its type cannot take, and where inside it the trouble is.</summary>
internal sealed class LiteralException(string message, SyntaxNode node) : Exception(message)
{
    public SyntaxNode Node { get; } = node;

    /// <summary><c> at .field[0]</c>, or nothing; built from the inside out.</summary>
    public string PathText { get; private set; } = "";

    public LiteralException Under(string fieldName) => Prepend($".{fieldName}");

    public LiteralException Under(int index) => Prepend(string.Create(CultureInfo.InvariantCulture, $"[{index}]"));

    private LiteralException Prepend(string step)
    {
        PathText = PathText.Length == 0 ? $" at {step}" : $" at {step}{PathText[" at ".Length..]}";
        return this;
    }
}
