using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>No field of an input object literal is given twice.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness</remarks>
internal sealed class InputObjectFieldUniqueness : ValidationRule
{
    public override void EnterObjectValue(ObjectValueNode value, ValidationContext context)
    {
        if (value.Fields.Count < 2) return;
        var names = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var field in value.Fields)
        {
            var name = field.Name;
            if (!names.TryAdd(name.Value, name))
                context.Report($"There can be only one input field named \"{name.Value}\".", names[name.Value], name);
        }
    }
}
