namespace Jobs.GraphQL.Tests.Binding;

/// <summary>Enums of every size go out by their members' names and come in as members.</summary>
public sealed class EnumBindingTests
{
    private const string Sdl = """
        enum Small { A B_C } enum Large { NONE HUGE } enum Plain { LOW HIGH }
        type Query { small(of: Small! = B_C): Small large(of: Large! = HUGE): Large plain(of: Plain! = LOW): Plain stranger: Plain }
        """;

    private readonly GraphQLEngine _engine = GraphQLEngine.Create(Sdl, Bound.To(typeof(EnumBindingTests)));

    [Theory]
    [InlineData("{ small large plain }", """{"data":{"small":"B_C","large":"HUGE","plain":"LOW"}}""")]
    [InlineData("{ small(of: A) large(of: NONE) plain(of: HIGH) }", """{"data":{"small":"A","large":"NONE","plain":"HIGH"}}""")]
    public async Task A_member_has_its_name_whatever_number_it_is(string query, string answer) =>
        Assert.Equal(answer, await _engine.SendAsync(query));

    [Fact]
    public async Task A_number_that_is_no_member_has_none()
    {
        var answer = await _engine.SendAsync("{ stranger }");
        Assert.StartsWith("{\"errors\":[", answer, StringComparison.Ordinal);
        Assert.EndsWith("\"data\":{\"stranger\":null}}", answer, StringComparison.Ordinal);
    }

    public enum Small : byte
    {
        A,
        BC = 200,
    }

    public enum Large : long
    {
        None,
        Huge = long.MaxValue,
    }

    public enum Plain
    {
        Low = -5,
        High = int.MaxValue,
    }

    public static class NumberQueries
    {
        public static Small Small(Small of) => of;

        public static Large Large(Large of) => of;

        public static Plain Plain(Plain of) => of;

        public static Plain Stranger() => (Plain)7;
    }
}
