using Jobs.GraphQL;

namespace Jobs.Schema.Tests;

public sealed class CursorTests
{
    [Fact]
    public void A_cursor_comes_back_as_the_keys_it_was_made_of() =>
        Assert.Equal([long.MinValue, null, 7L], Cursor.Read(Cursor.Write(3, long.MinValue, null, 7L), 3, 3));

    [Fact]
    public void A_cursor_of_another_list_is_bad_user_input() =>
        Assert.Throws<GraphQLException>(() => Cursor.Read(Cursor.Write(3, 1L), 4, 1));

    [Theory]
    [InlineData("")]
    [InlineData("!!!")]
    [InlineData("AwA")]
    [InlineData("AwAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Nonsense_is_bad_user_input(string cursor) =>
        Assert.Equal(ErrorCodes.BadUserInput, Assert.Throws<GraphQLException>(() => Cursor.Read(cursor, 3, 1)).Code);
}
