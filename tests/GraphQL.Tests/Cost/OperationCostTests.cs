using Jobs.GraphQL.Cost;
using Jobs.GraphQL.Tests.Execution;

namespace Jobs.GraphQL.Tests.Cost;

/// <summary>The static cost of operations, by the IBM cost specification.</summary>
public sealed class OperationCostTests
{
    private const string Sdl =
        """
        directive @cost(weight: String!) on
          ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
        directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!],
          requireOneSlicingArgument: Boolean! = true) on FIELD_DEFINITION
        type Query {
          user(by: UserBy): User
          heavy: User @cost(weight: "5.5")
          users(first: Int = 10, last: Int): [User!]!
            @listSize(slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
          few: [User!]! @listSize(assumedSize: 3)
          unknown: [User!]!
          page(first: Int): UserPage @listSize(assumedSize: 50, slicingArguments: ["first"], sizedFields: ["edges", "nodes"])
          any: Any
          node: Node
          map: Map
          searched(text: String @cost(weight: "2"), filters: [Filter]): User
        }
        type User implements Node { id: ID! name: String friend: User badge: Badge friends: [User!]! @listSize(assumedSize: 4) }
        type Shop implements Node { id: ID! owner: User owners: [User!]! @listSize(assumedSize: 7) }
        interface Node { id: ID! }
        union Any = User | Shop
        type UserPage { edges: [UserEdge!]! nodes: [User!]! total: Int! }
        type UserEdge { node: User! }
        type Map @cost(weight: "8") { tile: Tile @cost(weight: "0.5") }
        scalar Tile @cost(weight: "3")
        enum Badge @cost(weight: "0.25") { GOLD }
        input UserBy { id: ID @cost(weight: "4") near: UserBy }
        input Filter { by: UserBy text: String }
        type Mutation { rename(to: String): User }
        """;

    private readonly TestEngine _engine = new(Sdl);

    [Theory]
    [InlineData("{ __typename }", 0, 1)]
    [InlineData("{ user { id name } }", 1, 2)]
    [InlineData("{ heavy { id } }", 5.5, 2)]
    [InlineData("{ user { friend { friend { id } } } }", 3, 4)]
    [InlineData("mutation { rename { id } }", 1, 2)]
    public async Task Objects_weigh_one_and_leaves_nothing_by_default(string document, double field, double type) =>
        await Costs(document, field, type);

    [Theory]
    [InlineData("{ map { __typename } }", 1, 9)]
    [InlineData("{ map { tile } }", 1.5, 12)]
    [InlineData("{ user { badge } }", 1, 2.25)]
    public async Task Weights_of_types_count_for_their_values(string document, double field, double type) =>
        await Costs(document, field, type);

    [Theory]
    [InlineData("{ few { id } }", 1, 4)]
    [InlineData("{ few { friend { id } } }", 4, 7)]
    [InlineData("{ few { friends { id } } }", 4, 16)]
    [InlineData("{ unknown { friend { id } } }", 2, 3)]
    public async Task Lists_multiply_what_is_in_them(string document, double field, double type) =>
        await Costs(document, field, type);

    [Theory]
    [InlineData("{ users { friend { id } } }", 11, 21)]
    [InlineData("{ users(first: 5) { friend { id } } }", 6, 11)]
    [InlineData("{ users(first: 5, last: 8) { friend { id } } }", 9, 17)]
    [InlineData("{ users(first: null) { friend { id } } }", 2, 3)]
    [InlineData("{ users(first: -5) { friend { id } } }", 1, 1)]
    public async Task Slicing_arguments_say_how_long_a_list_is(string document, double field, double type) =>
        await Costs(document, field, type);

    [Theory]
    [InlineData("{ page(first: 6) { nodes { friend { id } } total } }", 8, 14)]
    [InlineData("{ page(first: 6) { edges { node { friend { id } } } } }", 14, 20)]
    [InlineData("{ page(first: 6) { ...P } } fragment P on UserPage { ... { nodes { id } } edges { node { id } } }", 9, 20)]
    public async Task Sized_fields_are_as_long_as_the_field_around_them_says(string document, double field, double type) =>
        await Costs(document, field, type);

    [Fact]
    public async Task A_fragment_on_a_page_costs_what_each_spread_makes_of_it() => await Costs(
        """
        query ($n: Int) { a: page(first: 2) { ...P } b: page(first: $n) { ...P } }
        fragment P on UserPage { nodes { friend { id } } }
        """, 2 + 2 + 2 + 30, 1 + 2 + 2 * 2 + 2 * 30, """{"n":30}""");

    [Theory]
    [InlineData("""{"first":7}""", 8, 15)]
    [InlineData("""{"first":null}""", 2, 3)]
    [InlineData("{}", 11, 21)]
    public async Task Variables_say_it_in_each_request(string variables, double field, double type) =>
        await Costs("query ($first: Int) { users(first: $first) { friend { id } } }", field, type, variables);

    [Theory]
    [InlineData(true, false, 2, 3)]
    [InlineData(true, true, 1, 2)]
    [InlineData(false, false, 1, 2)]
    public async Task What_is_left_out_costs_nothing(bool with, bool without, double field, double type) => await Costs(
        """
        query ($with: Boolean!, $without: Boolean!) { user { id ... @include(if: $with) { friend @skip(if: $without) { id } } } }
        """, field, type, $$"""{"with":{{(with ? "true" : "false")}},"without":{{(without ? "true" : "false")}}}""");

    [Fact]
    public async Task What_is_never_taken_in_costs_nothing() =>
        await Costs("{ user { id friend @include(if: false) { id } heavy: friend @skip(if: true) { id } } }", 1, 2);

    [Theory]
    [InlineData("{ any { ... on User { friend { id } } ... on Shop { owners { id } } } }", 2, 9)]
    [InlineData("{ any { ... on User { friends { friend { id } } } ... on Shop { owner { id } } ... on Node { id } } }", 6, 10)]
    [InlineData("{ node { ...U ...S } } fragment U on User { friend { id } } fragment S on Shop { owner { id } }", 2, 3)]
    public async Task Of_the_types_that_a_value_may_have_the_dearest_counts(string document, double field, double type) =>
        await Costs(document, field, type);

    [Theory]
    [InlineData("{ searched { id } }", 1)]
    [InlineData("{ searched(text: \"a\") { id } }", 3)]
    [InlineData("{ user(by: { id: 1 }) { id } }", 6)]
    [InlineData("{ user(by: { near: { near: { id: 1 } } }) { id } }", 8)]
    [InlineData("{ searched(filters: [{ text: \"a\" } { by: { id: 1 } }]) { id } }", 7)]
    public async Task Arguments_and_input_fields_that_are_given_count(string document, double field) =>
        await Costs(document, field, 2);

    [Theory]
    [InlineData("query ($f: [Filter!]) { searched(filters: $f) { id } }", """{"f":[{"by":{"id":"1"}},{"by":{"near":{}}}]}""", 9)]
    [InlineData("query ($f: [Filter!] = [{ by: { id: 1 } }]) { searched(filters: $f) { id } }", "{}", 7)]
    [InlineData("query ($b: UserBy) { searched(filters: [{ by: $b } { by: $b }]) { id } }", """{"b":{"id":"1"}}""", 12)]
    [InlineData("query ($b: UserBy) { user(by: $b) { id } }", "{}", 1)]
    [InlineData("query ($f: Filter) { searched(filters: [$f]) { id } }", "{}", 2)]
    public async Task So_do_those_in_variables(string document, string variables, double field) =>
        await Costs(document, field, 2, variables);

    [Fact]
    public async Task The_schema_costs_by_its_size_each_time_its_lists_are_nested()
    {
        var once = await _engine.CostAsync("{ __schema { types { name } } }");
        var nested = await _engine.CostAsync(
            "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }");
        Assert.InRange(once.TypeCost, 1.2, 1.5);
        Assert.True(nested.TypeCost > 5 * once.TypeCost, $"{nested} is not much more than {once}.");
    }

    private async Task Costs(string document, double field, double type, string? variables = null) =>
        Assert.Equal(new OperationCost(field, type), await _engine.CostAsync(document, variables));
}
