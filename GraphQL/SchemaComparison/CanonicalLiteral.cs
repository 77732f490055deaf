using System.Diagnostics.CodeAnalysis;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.SchemaComparison;

/// <summary>A literal as text that is the same for the same value: fields by name, strings in one line.</summary>
internal static class CanonicalLiteral
{
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Of(ValueNode? value) => value switch
    {
        null => null,
        ListValueNode list => $"[{string.Join(", ", list.Items.Select(Of))}]",
        ObjectValueNode fields => $"{{ {string.Join(", ", Sorted(fields).Select(Of))} }}",
        StringValueNode text => QuotedString.Print(text.Value),
        _ => Printer.Print(value),
    };

    private static string Of(ObjectFieldNode field) => $"{field.Name.Value}: {Of(field.Value)}";

    private static IEnumerable<ObjectFieldNode> Sorted(ObjectValueNode value) =>
        value.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal);
}
