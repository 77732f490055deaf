using System.Globalization;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Cost;

/// <summary>Reads <c>@cost</c> and <c>@listSize</c> out of the SDL; null where they are not written or make no sense.</summary>
internal static class CostDirectives
{
    public const string Cost = "cost";
    public const string ListSize = "listSize";

    public static DirectiveNode? Find(IReadOnlyList<DirectiveNode>? directives, string name)
    {
        foreach (var directive in directives ?? [])
        {
            if (directive.Name.Value == name) return directive;
        }

        return null;
    }

    public static ValueNode? Argument(DirectiveNode directive, string name)
    {
        foreach (var argument in directive.Arguments)
        {
            if (argument.Name.Value == name) return argument.Value;
        }

        return null;
    }

    public static double? WeightOf(IReadOnlyList<DirectiveNode>? directives) =>
        Find(directives, Cost) is { } directive ? NumberOf(Argument(directive, "weight")) : null;

    /// <summary>On the definition or an extension.</summary>
    public static double? WeightOf(TypeDefinition type) =>
        type.ExtensionNodes.Select(extension => extension.Directives).Append(type.SyntaxNode?.Directives ?? [])
            .Select(WeightOf).FirstOrDefault(weight => weight is not null);

    public static double? NumberOf(ValueNode? literal)
    {
        var text = literal switch
        {
            StringValueNode { Value: var value } => value,
            IntValueNode { Value: var value } => value,
            FloatValueNode { Value: var value } => value,
            _ => null,
        };
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number : null;
    }

    public static ListSize? ListSizeOf(FieldDefinition field)
    {
        if (Find(field.SyntaxNode?.Directives, ListSize) is not { } directive) return null;
        var names = Strings(Argument(directive, "sizedFields"));
        return new ListSize(
            NumberOf(Argument(directive, "assumedSize")),
            [.. Strings(Argument(directive, "slicingArguments")).Select(field.Arguments.Find).OfType<InputValueDefinition>()],
            names.Count == 0 ? null : new SizedFields(string.Join(' ', names.Order(StringComparer.Ordinal))),
            Argument(directive, "requireOneSlicingArgument") is not BooleanValueNode { Value: false });
    }

    /// <summary>One string stands for a list of one.</summary>
    public static IReadOnlyList<string> Strings(ValueNode? literal) => literal switch
    {
        StringValueNode { Value: var one } => [one],
        ListValueNode list => [.. list.Items.OfType<StringValueNode>().Select(item => item.Value)],
        _ => [],
    };
}
