using Jobs.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Jobs.Experiments.Tests;

public sealed class ViewerFactsTests(FlagDatabase database) : IClassFixture<FlagDatabase>, IAsyncLifetime
{
    private const long Applicant = 7;
    private const long Owner = 8;
    private readonly FakeTimeProvider time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_board_knows_is_read_in_one_statement()
    {
        await using var instance = database.Instance(time);
        var facts = await LoadAsync(instance, Applicant);
        Assert.False(facts.IsEmployer);
        Assert.Equal(["1168064000", "1168000000", "1100000000"], facts.AreaCodes);
        Assert.Equal(["applicant", "area-1168064000", "area-1168000000", "area-1100000000"], facts.Groups);
        Assert.Equal(time.UtcNow.AddDays(-40), facts.AccountCreatedAt);
        Assert.Null(facts.ApplicationSubmittedAt);
        Assert.True((await LoadAsync(instance, Owner)).IsEmployer);
        Assert.Equal(ViewerFacts.Nobody, await LoadAsync(instance, userId: null));
        Assert.Equal("4040", (await LoadAsync(instance, 4040)).UserId);
    }

    [Theory]
    [InlineData("Jobs.Role", """{"Role": "applicant"}""", true, false)]
    [InlineData("Jobs.Role", """{"Role": "employer"}""", false, true)]
    [InlineData("Jobs.Neighborhood", """{"Codes": ["1168000000"]}""", true, false)]
    [InlineData("Jobs.Neighborhood", """{"Codes": ["2600000000"]}""", false, false)]
    [InlineData("Jobs.AccountAge", """{"MinDays": 40}""", true, false)]
    [InlineData("Jobs.AccountAge", """{"MaxDays": 39}""", false, true)]
    [InlineData("Jobs.DaysSince", """{"Event": "application-submitted", "MaxDays": 3}""", false, false)]
    [InlineData("Jobs.DaysSince", """{"Event": "application-submitted", "MaxDays": 3, "IfNever": true}""", true, true)]
    public async Task Filters_ask_what_the_board_knows(string filter, string parameters, bool applicant, bool owner)
    {
        var key = $"facts-{Guid.NewGuid():N}";
        await database.InsertAsync(key, Flag.If(key, Flag.Filter(filter, parameters)));
        await using var instance = database.Instance(time);
        await instance.Served.LoadAsync(Token);
        Assert.Equal(applicant, (await instance.FindAsync(key, Applicant)).IsEnabled);
        Assert.Equal(owner, (await instance.FindAsync(key, Owner)).IsEnabled);
        Assert.False((await instance.FindAsync(key)).IsEnabled);
    }

    [Fact]
    public async Task Facts_are_not_asked_for_where_no_definition_needs_them()
    {
        await database.InsertAsync("needless", Flag.If(
            "needless", Flag.Filter("Jobs.App", """{"Platforms": ["ios"]}"""),
            Flag.Filter("Jobs.Role", """{"Role": "employer"}""")));
        await using var instance = database.Instance(time);
        await instance.Served.LoadAsync(Token);
        var (subject, asked) = (new FlagSubject("android", "3.0"), 0);
        subject.SignIn(Owner);
        var evaluation = new FlagEvaluation(instance.Served.Current, subject, time.UtcNow, () =>
        {
            asked++;
            return Task.FromResult(new ViewerFacts { UserId = "8", IsEmployer = true });
        }, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);

        Assert.False((await evaluation.FindAsync("needless", Token)).IsEnabled);
        Assert.Equal(0, asked);
    }

    public async ValueTask InitializeAsync()
    {
        var now = time.UtcNow;
        await database.ExecuteAsync($"""
            INSERT INTO users (id, issuer, subject, display_name, share_phone_number, available_days, available_bands, created_at,
                version)
            VALUES ({Applicant}, 't', '7', 'A', false, 0, 0, '{now.AddDays(-40):O}', 1),
                ({Owner}, 't', '8', 'O', false, 0, 0, '{now.AddDays(-2):O}', 1) ON CONFLICT DO NOTHING;
            INSERT INTO user_neighborhoods (user_id, position, neighborhood_id) VALUES ({Applicant}, 0, 1168064000)
            ON CONFLICT DO NOTHING;
            """);
        await database.ExecuteAsync($"""
            WITH shop AS (
                INSERT INTO employers (display_name, kind, origin, verification_level, created_at)
                SELECT 'Shop', 'INDIVIDUAL', 'MEMBER', 'NONE', now()
                WHERE NOT EXISTS (SELECT FROM employer_members WHERE user_id = {Owner}) RETURNING id)
            INSERT INTO employer_members (employer_id, user_id) SELECT id, {Owner} FROM shop
            """);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<ViewerFacts> LoadAsync(FlagInstance instance, long? userId)
    {
        await using var request = instance.Request(userId);
        return await instance.Get<ViewerFactsByUser>()
            .LoadAsync(request.ServiceProvider.GetRequiredService<FlagSubject>(), Token);
    }
}
