using System.Globalization;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Cost;

/// <summary>How long a list can get, as <c>@listSize</c> says.</summary>
/// <param name="AssumedSize">When no slicing argument says it; null: nobody knows.</param>
/// <param name="SlicingArguments">Arguments that say it; of several that are given, the largest.</param>
/// <param name="SizedFields">The lists within the field's value whose size it is; empty: the field itself is the list.</param>
/// <param name="RequiresOne">Whether exactly one slicing argument has to be given.</param>
/// <remarks>https://ibm.github.io/graphql-specs/cost-spec.html#sec-The-List-Size-Directive</remarks>
internal sealed record ListSize(
    double? AssumedSize, IReadOnlyList<InputValueDefinition> SlicingArguments, SizedFields? SizedFields, bool RequiresOne)
{
    /// <summary>Of a list without the directive: the cost specification leaves it open, Hot Chocolate takes one.</summary>
    public const double Unknown = 1;

    /// <summary>Whether the size is the same in each request.</summary>
    public bool IsConstant(FieldNode field) =>
        !SlicingArguments.Any(argument => LiteralOf(field, argument) is VariableNode);

    public double SizeOf(FieldNode field, CoercedVariables variables)
    {
        double? size = null;
        foreach (var argument in SlicingArguments)
        {
            if (ValueOf(LiteralOf(field, argument), argument, variables) is { } value)
                size = Math.Max(size ?? 0, value);
        }

        return size ?? AssumedSize ?? Unknown;
    }

    /// <summary>Whether the field is given the one slicing argument that it needs; a default counts as given.</summary>
    public bool IsSliced(FieldNode field) => !RequiresOne || SlicingArguments.Count == 0
        || SlicingArguments.Count(argument =>
            (LiteralOf(field, argument) ?? argument.DefaultValue) is not (null or NullValueNode)) == 1;

    private static double? ValueOf(ValueNode? literal, InputValueDefinition argument, CoercedVariables given) => literal switch
    {
        VariableNode variable when given.Has(variable.Name.Value) => given[variable.Name.Value] is int value ? value : null,
        null or VariableNode => NumberOf(argument.DefaultValue),
        _ => NumberOf(literal),
    };

    private static double? NumberOf(ValueNode? literal) => literal is IntValueNode { Value: var text }
        && double.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static ValueNode? LiteralOf(FieldNode field, InputValueDefinition argument)
    {
        foreach (var given in field.Arguments)
        {
            if (given.Name.Value == argument.Name) return given.Value;
        }

        return null;
    }
}

/// <summary>The lists in a field's value that the field sizes, such as <c>edges</c> and <c>nodes</c>.</summary>
internal sealed record SizedFields(string Names)
{
    private readonly HashSet<string> _names = [.. Names.Split(' ')];

    public bool Contains(string name) => _names.Contains(name);

    public bool Equals(SizedFields? other) => other?.Names == Names;

    public override int GetHashCode() => Names.GetHashCode(StringComparison.Ordinal);
}
