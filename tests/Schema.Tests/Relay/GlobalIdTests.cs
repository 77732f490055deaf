using Jobs.GraphQL;

namespace Jobs.Schema.Tests;

public sealed class GlobalIdTests
{
    [Theory]
    [InlineData(NodeType.JobPost, 1)]
    [InlineData(NodeType.Neighborhood, 1168064000)]
    [InlineData(NodeType.Application, long.MaxValue)]
    public void An_id_comes_back_as_the_key_it_was_made_of(NodeType type, long key) =>
        Assert.Equal((type, key), GlobalId.Parse(GlobalId.Of(type, key)));

    [Theory]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("JobPost:1")]
    [InlineData("Sm9iUG9zdDo")] // JobPost:
    [InlineData("Sm9iUG9zdDotMQ")] // JobPost:-1
    [InlineData("Sm9iUG9zdDowMQ")] // JobPost:01, a second spelling of 1
    [InlineData("Sm9iUG9zdDox=")] // padded
    [InlineData("UGVyc29uOjE")] // Person:1
    [InlineData("Sm9iUG9zdDo5OTk5OTk5OTk5OTk5OTk5OTk5OTk5")] // beyond 64 bits
    [InlineData("내일")]
    public void Anything_else_is_bad_user_input(string id) =>
        Assert.Equal(ErrorCodes.BadUserInput, Assert.Throws<GraphQLException>(() => GlobalId.Parse(id)).Code);

    [Fact]
    public void An_id_of_another_type_is_bad_user_input() =>
        Assert.Throws<GraphQLException>(() => GlobalId.Parse(GlobalId.Of(NodeType.Employer, 1), NodeType.JobPost));
}
