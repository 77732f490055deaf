using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Tests.TypeSystem;

public sealed class ListedTypesTests
{
    [Fact]
    public void A_built_in_scalar_is_listed_where_it_is_first_used_and_only_if_it_is()
    {
        var schema = SchemaBuilder.Build(Parser.Parse("""
            type Query { pet(input: In): Pet }
            type Pet { id: ID }
            input In { size: [Float!]! }
            directive @d(reason: Boolean) on FIELD
            """)).Schema!;
        Assert.Equal(
            ["Query", "Pet", "ID", "In", "Float", "Boolean", "String"],
            ListedTypes.Of(schema).Select(type => type.Name).TakeWhile(name => !name.StartsWith("__", StringComparison.Ordinal)));
        Assert.Equal(8, ListedTypes.Of(schema).Count(type => type.Name.StartsWith("__", StringComparison.Ordinal)));
    }
}
