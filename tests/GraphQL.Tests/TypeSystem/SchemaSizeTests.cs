namespace Jobs.GraphQL.Tests.TypeSystem;

/// <summary>Long chains and many repetitions: the rules neither recurse over types nor compare all with all.</summary>
public sealed class SchemaSizeTests
{
    [Fact]
    public void A_long_chain_of_input_objects_does_not_exhaust_the_stack()
    {
        const int Length = 20_000;
        var needs = Chain(i => $"input Need{i} {{ next: Need{(i + 1) % Length}! }}");
        var defaults = Chain(i => $"input Default{i} {{ next: Default{(i + 1) % Length} = {{}} }}");
        Assert.Collection(
            Sdl.Build($"type Query {{ a: Int }}\n{needs}{defaults}").Errors,
            error => Assert.StartsWith("Invalid circular reference.", error.Message, StringComparison.Ordinal),
            error => Assert.StartsWith("Input Object Need0 cannot be provided", error.Message, StringComparison.Ordinal));

        static string Chain(Func<int, string> link) => string.Join('\n', Enumerable.Range(0, Length).Select(link)) + "\n";
    }

    [Fact]
    public void Ten_thousand_fields_that_default_to_the_same_empty_object_are_followed_once()
    {
        var fields = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"a{i}: Inner = {{}} "));
        var inner = fields.Replace("Inner", "Leaf", StringComparison.Ordinal);
        Sdl.Schema($"input Outer {{ {fields} }} input Inner {{ {inner} }} input Leaf {{ a: Int }} type Query {{ a: Int }}");
    }

    [Fact]
    public void Forty_thousand_arguments_of_a_directive_are_looked_up_and_not_searched_for()
    {
        var definitions = string.Concat(Enumerable.Range(0, 40_000).Select(i => $"a{i}: Int! "));
        var arguments = definitions.Replace("Int!", "1", StringComparison.Ordinal);
        Sdl.Schema($"directive @d({definitions}) on OBJECT type Query @d({arguments}) {{ a: Int }}");
    }

    [Fact]
    public void The_number_of_errors_and_of_their_places_is_bounded()
    {
        var members = string.Join('|', Enumerable.Repeat("Query", 20_000));
        var result = Sdl.Build($"type Query {{ a: Int }} union U = {members}");
        Assert.Equal(1_000, result.Errors.Count);
        Assert.All(result.Errors, error => Assert.Equal(100, error.Locations.Count));
    }
}
