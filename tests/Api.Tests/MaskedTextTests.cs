using Npgsql;

namespace Jobs.Api.Tests;

/// <summary>What somebody sent does not reach the log inside an exception's message.</summary>
public sealed class MaskedTextTests
{
    [Theory]
    [InlineData("The input '010-1234-5678' was not in a correct format.", "The input ? was not in a correct format.")]
    [InlineData("""invalid input syntax for type bigint: "it's "mine"" now""", "invalid input syntax for type bigint: ? now")]
    [InlineData("Unknown user mina@example.com in 역삼동 12", "Unknown user ? in ? ?")]
    [InlineData("Cut off: 'secret", "Cut off: ?")]
    [InlineData("Header was Bearer eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UifQ.dBjf", "Header was Bearer ?")]
    [InlineData("Object reference not set to an instance of an object.", "Object reference not set to an instance of an object.")]
    public void Values_in_a_message_become_a_question_mark(string message, string expected) =>
        Assert.Equal(
            $"System.InvalidOperationException: {expected}", MaskedText.Exception(new InvalidOperationException(message)));

    [Fact]
    public void Causes_are_named_one_below_the_other()
    {
        var text = MaskedText.Exception(new InvalidOperationException("Outer.", new FormatException("Inner 'x'.")));
        Assert.Equal("System.InvalidOperationException: Outer.\n caused by System.FormatException: Inner ?.", text);
    }

    [Fact]
    public void An_error_of_PostgreSQL_shows_its_state_and_constraint_and_no_value()
    {
        var exception = new PostgresException(
            "duplicate key value violates unique constraint \"users_key\"", "ERROR", "ERROR", "23505",
            detail: "Key (subject)=(mina) already exists.", tableName: "users", constraintName: "users_key");
        Assert.Equal(
            "Npgsql.PostgresException: SQLSTATE 23505, table users, constraint users_key: "
                + "duplicate key value violates unique constraint ?",
            MaskedText.Exception(exception));
    }

    [Fact]
    public void A_name_that_a_client_chose_is_cut_and_hides_no_number()
    {
        Assert.Equal("Feed", MaskedText.Name("Feed"));
        Assert.Equal("call#", MaskedText.Name("call01012345678"));
        Assert.Equal(65, MaskedText.Name(new string('a', 100_000)).Length);
        Assert.Equal("jobPosts.nodes.[].wage", MaskedText.Path(["jobPosts", "nodes", 3, "wage"]));
    }
}
