using System.Text;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Execution;

/// <summary>A literal as messages show it.</summary>
internal static class LiteralText
{
    public static string Of(ValueNode literal) => Encoding.UTF8.GetString(literal.Source.Utf8.Span[literal.Start..literal.End]);
}
