namespace Jobs.GraphQL.Tests.TypeSystem;

/// <summary>Input objects that can be written down, and defaults that are values of their types.</summary>
public sealed class InputObjectRuleTests
{
    [Fact]
    public void A_circle_that_can_be_left_is_allowed() => Sdl.Schema(
        """
        input Filter { and: [Filter!]!, not: Filter, near: Place! }
        input Place @oneOf { id: ID, within: Place }
        type Query { a(filter: Filter = { and: [], near: { within: { id: 1 } } }): Int }
        """);

    [Fact]
    public void A_circle_that_cannot_be_left_is_not() => Sdl.Rejects(
        """
        input A { b: B! }
        input B { c: C!, b: B! }
        input C @oneOf { a: A }
        type Query { a: Int }
        """,
        """
        Input Object A cannot be provided a finite value because it references itself through fields: A.b, B.c, C.a.
          @ 1:11, 2:11, 3:18
        Input Object B cannot be provided a finite value because it references itself through fields: B.b. @ 2:18
        """);

    [Fact]
    public void Defaults_do_not_need_themselves() => Sdl.Rejects(
        """
        input A { b: B = {}, ok: B = { a: { b: null, ok: null } } }
        input B { a: A = {} }
        type Query { a: Int }
        """,
        """
        Invalid circular reference. The default value of Input Object field A.b references itself
          via the default values of: B.a. @ 1:18, 2:18
        """);

    [Fact]
    public void Defaults_are_values_of_their_types() => Sdl.Rejects(
        """
        enum Wage { HOURLY DAILY }
        input Filter { size: Int!, wage: Wage }
        type Query {
          a(size: Int = "1", wages: [Wage!] = [HOURLY, null], wage: Wage = DALY): Int
          b(filter: Filter = { sise: 1 }, place: Place = { id: 1, name: null }): Int
        }
        input Place @oneOf { id: ID, name: String }
        """,
        """
        Query.a(size:) has invalid default value: Int cannot represent non-integer value: "1" @ 4:17
        Query.a(wages:) has invalid default value at [1]: Expected value of non-null type "Wage!" not to be null. @ 4:48
        Query.a(wage:) has invalid default value: Value "DALY" does not exist in "Wage" enum.
          Did you mean the enum value "DAILY"? @ 4:68
        Query.b(filter:) has invalid default value: Expected value of type "Filter" to include required field "size",
          found: { sise: 1 }. @ 5:22
        Query.b(filter:) has invalid default value: Expected value of type "Filter" not to include unknown field "sise".
          Did you mean "size"? Found: { sise: 1 }. @ 5:24
        Query.b(place:) has invalid default value: Within OneOf Input Object type "Place", exactly one field must be specified,
          and the value for that field must be non-null. @ 5:50
        """);

    [Fact]
    public void Fields_of_a_OneOf_are_nullable_and_have_no_default() => Sdl.Rejects(
        """
        input Place @oneOf { id: ID!, name: String = "here" }
        type Query { a: Int }
        """,
        """
        OneOf input field Place.id must be nullable. @ 1:26
        OneOf input field Place.name cannot have a default value. @ 1:31
        """);
}
