using System.Diagnostics.CodeAnalysis;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;
using Jobs.GraphQL.Validation;

namespace Jobs.GraphQL.Execution;

/// <summary>Makes a text executable: parsed, validated against every rule, and planned.</summary>
internal sealed class DocumentPreparation(GraphQLSchema schema, GraphQLEngineOptions options)
{
    /// <summary>The text is kept by what is made of it, so it must stay as it is.</summary>
    public bool TryPrepare(
        ReadOnlyMemory<byte> text, [NotNullWhen(true)] out PreparedDocument? document, out IReadOnlyList<GraphQLError> errors)
    {
        document = null;
        try
        {
            var syntax = Parser.Parse(new Source(text), options.Parser);
            errors = DocumentLimits.FindExcess(syntax, options) is { } excess
                ? [excess] : DocumentValidator.Validate(schema, syntax, options.Validation);
            if (errors.Count > 0) return false;
            document = new PreparedDocument(schema, syntax);
            return true;
        }
        catch (SyntaxException problem)
        {
            errors = [new GraphQLError(problem.Message) { Locations = [problem.Location], Code = problem.Code }];
            return false;
        }
    }

    /// <summary>For a text that was found valid before.</summary>
    public PreparedDocument PrepareAgain(ReadOnlyMemory<byte> text) =>
        new(schema, Parser.Parse(new Source(text), options.Parser));
}
