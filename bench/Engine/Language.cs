using BenchmarkDotNet.Attributes;
using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;
using Jobs.GraphQL.Validation;

namespace Jobs.EngineBenchmark;

/// <summary>Documents that were never seen before.</summary>
public class Language
{
    private readonly byte[] _document = Documents.Feed;
    private readonly GraphQLSchema _schema =
        SchemaBuilder.Build(Parser.Parse(Documents.Schema, ParserOptions.TypeSystem)).Schema!;

    [Benchmark(Description = "parse 1,800 bytes")]
    public object Parse() => Parser.Parse(new Source(_document));

    [Benchmark(Description = "parse + validate the introspection query")]
    public object Validate()
    {
        var errors = DocumentValidator.Validate(_schema, Parser.Parse(new Source(Documents.Introspection)), ValidationOptions.Default);
        return errors.Count == 0 ? errors : throw new InvalidOperationException(errors[0].Message);
    }
}
