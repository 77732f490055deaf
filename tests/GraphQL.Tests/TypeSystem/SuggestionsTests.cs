namespace Jobs.GraphQL.Tests.TypeSystem;

/// <summary>Names near to an unknown one.</summary>
public sealed class SuggestionsTests
{
    [Fact]
    public void Nothing_near_suggests_nothing() =>
        Assert.Equal("", Suggestions.For("jobPost", ["employer", "viewer"]));

    [Fact]
    public void At_most_five_are_named_with_numbers_in_order() => Assert.Equal(
        " Did you mean \"field1\", \"field2\", \"field9\", \"field10\", or \"field11\"?",
        Suggestions.For("field", ["field11", "field10", "field9", "field2", "field1", "field12"]));

    [Fact]
    public void A_swap_of_neighbours_is_one_edit_and_case_is_one_too() =>
        Assert.Equal(["wage", "WAGE", "waeg"], Suggestions.Nearest("wage", ["waeg", "employer", "WAGE", "wage"]));

    [Fact]
    public void The_kind_of_thing_can_be_named() =>
        Assert.Equal(" Did you mean the enum value \"DAILY\"?", Suggestions.For("the enum value", "DALY", ["DAILY", "HOURLY"]));
}
