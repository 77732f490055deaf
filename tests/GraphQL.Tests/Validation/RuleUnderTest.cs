using Jobs.GraphQL.Language;
using Jobs.GraphQL.TypeSystem;
using Jobs.GraphQL.Validation;

namespace Jobs.GraphQL.Tests.Validation;

/// <summary>One rule by its name, over a small schema that has a bit of everything.</summary>
internal sealed class RuleUnderTest(string name)
{
    public static GraphQLSchema Schema { get; } = SchemaBuilder.Build(Parser.Parse(
        """
        directive @audit(level: Int! = 1, by: String) repeatable on QUERY | FIELD
        directive @once(tag: String) on SUBSCRIPTION | FIELD | VARIABLE_DEFINITION | FRAGMENT_DEFINITION
        directive @need(key: ID!) on FIELD

        interface Node { id: ID! }
        interface Named implements Node { id: ID! name: String }
        type Shop implements Node & Named {
          id: ID! name: String open: Boolean boss: Person
          shifts(first: Int = 10, kind: ShiftKind, days: [Int!]): [Shift!]!
        }
        type Person implements Node & Named { id: ID! name: String age: Int friends: [Person!] shop: Shop }
        type Shift implements Node { id: ID! hours: Float! kind: ShiftKind shop: Shop }
        union Owner = Shop | Person
        enum ShiftKind { DAY NIGHT }
        scalar Moment

        input ShiftFilter { minHours: Float! kind: ShiftKind = DAY days: [Int!] near: Place and: ShiftFilter }
        input Place @oneOf { shopId: ID address: String }

        type Query {
          shop(id: ID!): Shop
          person(id: ID, name: String, active: Boolean): Person
          owner: Owner
          named: Named
          node: Node
          search(filter: ShiftFilter, kinds: [ShiftKind!], size: Int! = 5): [Shift]
          at(place: Place, when: Moment): Shop
        }
        type Subscription { shopOpened: Shop hired(shop: ID): Person }
        """)).Schema!;

    private readonly ValidationOptions _options = new() { Rules = [name], MaxErrors = 0 };

    public void Accepts(string document) => Rejects(document, "");

    /// <param name="document">What is validated.</param>
    /// <param name="errors">A line for each error in any order, its places after the <c>@</c>; an indented line goes on.</param>
    public void Rejects(string document, string errors)
    {
        var found = DocumentValidator.Validate(Schema, Parser.Parse(document), _options).Select(Line);
        var expected = errors.Replace("\n  ", " ", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static string Line(GraphQLError error) =>
        $"{error.Message} @ {string.Join(", ", error.Locations.Select(at => $"{at.Line}:{at.Column}"))}";
}
