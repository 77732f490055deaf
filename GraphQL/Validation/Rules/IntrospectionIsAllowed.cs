using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Validation.Rules;

/// <summary>Where introspection is off, nobody asks for <c>__schema</c> or <c>__type</c>; <c>__typename</c> stays.</summary>
internal sealed class IntrospectionIsAllowed : ValidationRule
{
    public override void EnterField(FieldNode field, ValidationContext context)
    {
        if (context.Field != Introspection.Schema && context.Field != Introspection.Type) return;
        context.ReportAs(
            ErrorCodes.IntrospectionDisabled,
            $"GraphQL introspection is not allowed here, but the document asks for \"{field.Name.Value}\".", field);
    }
}
