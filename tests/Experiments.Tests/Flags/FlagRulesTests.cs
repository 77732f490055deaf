namespace Jobs.Experiments.Tests;

public sealed class FlagRulesTests
{
    [Fact]
    public void A_seed_equal_to_the_flags_name_is_refused() => Refuses(
        Flag.Halves("flag", """, "seed": "flag" """), "allocation.seed",
        "With the flag's name as the seed one variant gets nearly everybody; use another or leave it out.");

    [Fact]
    public void An_empty_seed_is_refused() => Refuses(
        Flag.Halves("flag", """, "seed": "" """), "allocation.seed", "Leave the seed out instead of leaving it empty.");

    [Fact]
    public void A_null_is_refused() => Refuses(
        Flag.Halves("flag", """, "seed": null"""), "allocation.seed", "Leave it out instead of writing null.");

    [Theory]
    [InlineData(0, 40, 50, 100, "Nobody gets 40 to 50: there is a gap.")]
    [InlineData(0, 60, 50, 100, "50 to 60 overlaps with the share before.")]
    [InlineData(0, 50, 50, 101, "Must be within 0 to 100.")]
    [InlineData(-1, 50, 50, 100, "Must be within 0 to 100.")]
    [InlineData(0, 50, 50, 50, "Its end (to) must be after its start (from).")]
    [InlineData(0, 50, 50, 99.5, "Nobody gets 99.5 to 100: there is a gap.")]
    public void Shares_have_no_gaps_and_no_overlaps(double from1, double to1, double from2, double to2, string sentence)
    {
        var (_, problems) = FlagRules.Read("flag", FormattableString.Invariant($$"""
            {"id": "flag", "enabled": true, "variants": [{"name": "a"}, {"name": "b"}], "allocation": {"percentile": [
             {"variant": "a", "from": {{from1}}, "to": {{to1}}}, {"variant": "b", "from": {{from2}}, "to": {{to2}} }] } }
            """));
        Assert.Contains(sentence, problems.Select(problem => problem.English));
    }

    [Theory]
    [InlineData("Microsoft.targeting", "Write Microsoft.Targeting, exactly so.")]
    [InlineData("Targeting", "Write Microsoft.Targeting, exactly so.")]
    [InlineData("jobs.role", "Write Jobs.Role, exactly so.")]
    [InlineData("Microsoft.Percentage", "It answers at random each time; use a share of Microsoft.Targeting.")]
    [InlineData("Weather", "There is no filter \"Weather\". There are Microsoft.Targeting, Microsoft.TimeWindow, Jobs.Role, "
        + "Jobs.Neighborhood, Jobs.App, Jobs.AccountAge, Jobs.DaysSince, Jobs.Prerequisite, Jobs.Layer.")]
    public void A_filter_that_is_unknown_or_spelt_otherwise_is_refused(string name, string sentence) =>
        Refuses(Flag.If("flag", Flag.Filter(name, "{}")), "conditions.client_filters.0.name", sentence);

    [Theory]
    [InlineData("{}", "Audience", "Audience is missing.")]
    [InlineData("""{"Audience": {} }""", "Audience.DefaultRolloutPercentage", "DefaultRolloutPercentage is missing.")]
    [InlineData("""{"Audience": {"DefaultRolloutPercentage": 101} }""", "Audience.DefaultRolloutPercentage",
        "Must be a number from 0 to 100.")]
    [InlineData("""{"Audience": {"DefaultRolloutPercentage": "10"} }""", "Audience.DefaultRolloutPercentage",
        "Must be a number from 0 to 100.")]
    [InlineData("""{"Audience": {"DefaultRolloutPercentage": 1, "Users": ["alice"]} }""", "Audience.Users",
        "\"alice\" is not the number of a person.")]
    [InlineData("""{"Audience": {"DefaultRolloutPercentage": 1, "Users": ["7", "7"]} }""", "Audience.Users",
        "\"7\" is there twice.")]
    [InlineData("""
        {"Audience": {"DefaultRolloutPercentage": 1, "Groups": [
         {"Name": "team", "RolloutPercentage": 1}, {"Name": "team", "RolloutPercentage": 2}]} }
        """, "Audience.Groups.1.Name", "The group \"team\" is there twice.")]
    [InlineData("""{"Audience": {"DefaultRolloutPercentage": 1}, "IgnoreCase": true}""", "IgnoreCase",
        "IgnoreCase does not belong here.")]
    [InlineData("""{"audience": {"DefaultRolloutPercentage": 1} }""", "audience", "Write Audience: upper and lower case matter.")]
    public void An_audience_that_the_libraries_read_differently_is_refused(string parameters, string path, string sentence) =>
        Refuses(Flag.If("flag", Flag.Filter("Microsoft.Targeting", parameters)),
            $"conditions.client_filters.0.parameters.{path}", sentence);

    [Theory]
    [InlineData("Microsoft.TimeWindow", "{}", "", "Needs a Start or an End.")]
    [InlineData("Microsoft.TimeWindow", """{"Start": "2026-03-02T00:00:00Z", "End": "2026-03-01T00:00:00Z"}""", ".End",
        "The end must be after the start.")]
    [InlineData("Microsoft.TimeWindow", """{"Start": "2026-03-02T00:00:00"}""", ".Start",
        "Write it like 2026-03-01T09:00:00+09:00, with its offset.")]
    [InlineData("Microsoft.TimeWindow", """{"Start": "2026-03-02T00:00:00Z", "Recurrence": {} }""", ".Recurrence",
        "Recurrence does not belong here.")]
    [InlineData("Jobs.Role", """{"Role": "owner"}""", ".Role", "Must be one of employer, applicant.")]
    [InlineData("Jobs.Neighborhood", """{"Codes": ["1234567890"]}""", ".Codes", "There is no area with the code \"1234567890\".")]
    [InlineData("Jobs.App", """{"MinVersion": "three"}""", ".MinVersion", "Write it like 3.14.0.")]
    [InlineData("Jobs.App", """{"MinVersion": "3.1", "BelowVersion": "3.1.0"}""", ".BelowVersion",
        "Must be higher than MinVersion.")]
    [InlineData("Jobs.AccountAge", """{"MinDays": 3, "MaxDays": 2}""", ".MaxDays", "Must not be less than MinDays.")]
    [InlineData("Jobs.AccountAge", """{"MinDays": 1.5}""", ".MinDays", "Must be a whole number of days.")]
    [InlineData("Jobs.DaysSince", """{"MaxDays": 2}""", ".Event", "Event is missing.")]
    [InlineData("Jobs.Layer", """{"Layer": "feed", "From": 50, "To": 20}""", ".To", "Must not be less than From.")]
    [InlineData("Jobs.Layer", """[]""", "", "Must be an object ({…}).")]
    public void Parameters_that_make_no_sense_are_refused(string filter, string parameters, string path, string sentence) =>
        Refuses(Flag.If("flag", Flag.Filter(filter, parameters)), $"conditions.client_filters.0.parameters{path}", sentence);

    [Theory]
    [InlineData("""{"id": "other", "enabled": true}""", "id", "Must be the flag's name, \"flag\".")]
    [InlineData("""{"id": "flag", "enabled": "yes"}""", "enabled",
        "enabled cannot be read: something is missing, unknown or of another kind.")]
    [InlineData("""{"id": "flag", "enabled": true, "colour": "red"}""", "colour",
        "colour cannot be read: something is missing, unknown or of another kind.")]
    [InlineData("""{"id": "flag"}""", "", "The definition cannot be read: something is missing, unknown or of another kind.")]
    [InlineData("nonsense", "", "The definition cannot be read: something is missing, unknown or of another kind.")]
    [InlineData("""{"id": "flag", "enabled": true, "conditions": {"requirement_type": "all"} }""",
        "conditions.requirement_type", "Must be Any or All.")]
    [InlineData("""{"id": "flag", "enabled": true, "variants": [{"name": "a"}]}""", "allocation", "Say who gets which variant.")]
    [InlineData("""
        {"id": "flag", "enabled": true, "variants": [{"name": "a"}], "allocation": {"default_when_enabled": "b"} }
        """, "allocation.default_when_enabled", "There is no variant \"b\".")]
    [InlineData("""
        {"id": "flag", "enabled": true, "variants": [{"name": "a"}, {"name": "a"}], "allocation": {"default_when_enabled": "a"} }
        """, "variants.1.name", "The variant \"a\" is there twice.")]
    [InlineData("""
        {"id": "flag", "enabled": true, "variants": [{"name": "a"}], "allocation": {
         "default_when_enabled": "a", "user": [{"variant": "a", "users": ["7"]}, {"variant": "a", "users": ["7"]}]} }
        """, "allocation.user.1", "The person \"7\" is there twice.")]
    public void Definitions_of_another_shape_are_refused(string json, string path, string sentence) =>
        Refuses(json, path, sentence);

    [Theory]
    [InlineData("Upper")]
    [InlineData("x")]
    [InlineData("experiment-mine")]
    public void Names_that_flags_cannot_have_are_refused(string key) =>
        Assert.Contains(FlagRules.Read(key, Flag.On(key)).Problems, problem => problem.Path == "key");

    private static void Refuses(string json, string path, string sentence)
    {
        var problem = Assert.Single(FlagRules.Read("flag", json).Problems, problem => problem.Path == path);
        Assert.Equal(sentence, problem.English);
        Assert.Matches("[가-힣]", problem.Korean);
    }
}
