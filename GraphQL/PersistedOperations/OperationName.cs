using System.Text;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.PersistedOperations;

/// <summary>The name of the first operation that has one, read without doing more of the work.</summary>
public static class OperationName
{
    /// <summary>Reading a name must not cost what answering the operation would.</summary>
    private static readonly ParserOptions Reading = new() { MaxBytes = 32 * 1024, MaxTokens = 2000, MaxDepth = 50 };

    /// <summary>Null if there is none, or if the text is too large or no document at all.</summary>
    public static string? In(ReadOnlyMemory<byte> text)
    {
        try
        {
            return Parser.Parse(new Source(text), Reading).Definitions.OfType<OperationDefinitionNode>()
                .Select(operation => operation.Name?.Value).FirstOrDefault(name => name is not null);
        }
        catch (SyntaxException)
        {
            return null;
        }
    }

    public static string? In(string text) => In(Encoding.UTF8.GetBytes(text));
}
