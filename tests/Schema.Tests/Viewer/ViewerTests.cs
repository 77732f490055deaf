using Jobs.Persistence;
using Jobs.Testing;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Schema.Tests;

public sealed class ViewerTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    private const string UpdateProfile = """
        mutation($input: UpdateProfileInput!) { updateProfile(input: $input) {
          viewer { profile { displayName birthDate introduction
            experiences { title months category { key } isConfirmed } availableDays availableBands completeness } }
          errors { __typename ... on UserError { code } ... on ValidationError { fields { path } } } } }
        """;

    [Fact]
    public async Task Nobody_in_particular_has_no_viewer() =>
        (await api.Anonymous.SendAsync("{ viewer { user { id } } }")).ShouldBe("""{"data":{"viewer":null}}""");

    [Fact]
    public async Task A_new_subject_is_a_new_person_with_an_empty_profile()
    {
        var response = await api.As(viewer: 1).SendAsync(
            """
            { viewer { profile { birthDate experiences { title } completeness }
              neighborhoods { id } employers { id } applications { totalCount } } }
            """);

        response.ShouldBe("""
            {"data":{"viewer":{"profile":{"birthDate":null,"experiences":[],"completeness":0},
              "neighborhoods":[],"employers":[],"applications":{"totalCount":0}}}}
            """);
    }

    [Theory]
    [InlineData(41, "{ viewer { neighborhoods { name } } }")]
    [InlineData(42, "{ viewer { neighborhoods { name } user { displayName } } }")]
    [InlineData(43, "query($no: Boolean = false) { viewer { id: __typename } again: viewer { neighborhoods @skip(if: $no) { name } } }")]
    [InlineData(44, "mutation { updateProfile(input: {}) { viewer { neighborhoods { name } } } }")]
    public async Task The_areas_of_a_person_come_home_first(long id, string document)
    {
        var viewer = await api.PersonAsync(id);
        var second = KnownNeighborhoods.Shipped.Find("1168065000")!;
        await api.InsertAsync(new UserNeighborhood { UserId = id, NeighborhoodId = second.Id, Position = 1 });
        await api.InsertAsync(new UserNeighborhood { UserId = id, NeighborhoodId = Board.Yeoksam.Id, Position = 0 });
        Assert.Contains(
            $$"""[{"name":"{{Board.Yeoksam.Name}}"},{"name":"{{second.Name}}"}]""", (await viewer.SendAsync(document)).Body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_is_told_member_by_member()
    {
        var viewer = await api.PersonAsync(2, birthDate: null);
        await viewer.SendAsync(UpdateProfile, new
        {
            input = new
            {
                displayName = "이웃 둘",
                birthDate = "1999-05-05",
                introduction = "성실해요",
                availableDays = new[] { "SUNDAY", "MONDAY" },
            },
        });

        var response = await viewer.SendAsync(UpdateProfile, new
        {
            input = new
            {
                introduction = (string?)null,
                experiences = new[] { new { title = "카페 홀", months = 6, categoryId = GlobalId.Of(NodeType.JobCategory, 2) } },
            },
        });

        response.ShouldBe("""
            {"data":{"updateProfile":{"viewer":{"profile":{"displayName":"이웃 둘","birthDate":"1999-05-05","introduction":null,
              "experiences":[{"title":"카페 홀","months":6,"category":{"key":"cafe"},"isConfirmed":false}],
              "availableDays":["MONDAY","SUNDAY"],"availableBands":[],"completeness":60}},"errors":null}}}
            """);
    }

    [Fact]
    public async Task Experiences_that_change_change_the_person_so_that_who_applies_notices()
    {
        var viewer = await api.PersonAsync(40);
        var before = await VersionAsync();
        await viewer.SendAsync(UpdateProfile, new { input = new { experiences = new[] { new { title = "카페 홀", months = 6 } } } });
        Assert.NotEqual(before, await VersionAsync());

        async Task<string> VersionAsync()
        {
            await using var db = await api.DbAsync();
            return await db.Database.SqlQuery<string>($"""SELECT xmin::text AS "Value" FROM users WHERE id = 40""")
                .SingleAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_birth_date_is_told_once()
    {
        var viewer = await api.PersonAsync(3, birthDate: "2010-01-01");

        var response = await viewer.SendAsync(UpdateProfile, new { input = new { birthDate = "1999-01-01" } });

        Assert.Equal("FORBIDDEN", response.Text("data.updateProfile.errors.0.code"));
    }

    [Theory]
    [InlineData("2999-01-01")]
    [InlineData("1850-01-01")]
    public async Task A_birth_date_that_cannot_be_is_refused(string birthDate)
    {
        var viewer = await api.PersonAsync(4, birthDate: null);

        var response = await viewer.SendAsync(UpdateProfile, new { input = new { birthDate } });

        Assert.Equal("""[{"path":["birthDate"]}]""", response["data.updateProfile.errors.0.fields"]!.ToJsonString());
    }
}
