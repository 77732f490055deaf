using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem.SdlRules;

namespace Jobs.GraphQL.Binding;

/// <summary>
/// SDL that parses and whose definitions obey the rules. Only the text decides about it, no code and no configuration: a start
/// that has a processor to spare can read it beside what it does first.
/// </summary>
public sealed class SchemaDocument
{
    private SchemaDocument(DocumentNode node) => Node = node;

    internal DocumentNode Node { get; }

    /// <exception cref="SchemaBindingException">The SDL is wrong; with all problems.</exception>
    public static SchemaDocument Read(string sdl)
    {
        var node = Parse(sdl);
        return SdlValidator.Validate(node) is { Count: > 0 } errors
            ? throw SchemaBindingException.Of(errors) : new SchemaDocument(node);
    }

    private static DocumentNode Parse(string sdl)
    {
        try
        {
            return Parser.Parse(new Source(sdl, "schema.graphql"), ParserOptions.TypeSystem);
        }
        catch (SyntaxException problem)
        {
            throw SchemaBindingException.Of([new GraphQLError(problem.Message) { Locations = [problem.Location] }]);
        }
    }
}
