using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;
using Jobs.GraphQL.Validation.Rules;

namespace Jobs.GraphQL.Validation;

/// <summary>Says what is wrong with a document, given a schema. No error means that it can be executed.</summary>
/// <remarks>https://spec.graphql.org/September2025/#sec-Validation</remarks>
public static class DocumentValidator
{
    public static IReadOnlyList<GraphQLError> Validate(
        GraphQLSchema schema, DocumentNode document, ValidationOptions? options = null)
    {
        options ??= ValidationOptions.Default;
        var context = new ValidationContext(schema, document, options);
        try
        {
            var rules = SpecifiedRules.Create(options.Rules);
            if (!options.Introspection) rules = [new IntrospectionIsAllowed(), .. rules];
            new DocumentWalk(context, rules).Walk(document);
        }
        catch (ValidationAbortedException aborted)
        {
            return [.. context.Errors, new GraphQLError(aborted.Message) { Code = aborted.Code }];
        }

        return context.Errors;
    }
}
