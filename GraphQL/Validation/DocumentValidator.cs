using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

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
            new DocumentWalk(context, SpecifiedRules.Create(options.Rules)).Walk(document);
        }
        catch (ValidationAbortedException aborted)
        {
            return [.. context.Errors, new GraphQLError(aborted.Message) { Code = ErrorCodes.ValidationFailed }];
        }

        return context.Errors;
    }
}
